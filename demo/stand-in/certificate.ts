import { generate } from "selfsigned";

/** A key pair for TLS, made at run time: nothing secret is in the repository. */
export type Certificate = { readonly key: string; readonly cert: string };

/** A self-signed certificate for these host names and the loopback address, good for a year. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const names = hosts.map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: "commonName", value: "Faultline stand-in" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "subjectAltName", altNames: [...names, { type: 7, ip: "127.0.0.1" }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}
