/** A program that uses the packed package, as text: here its import would lead to the package that is being built. */
export const LIBRARY_EXAMPLE = `import { auditAll, decode, loadProviders, readEntry, report } from "faultline";

const entry = {
  startedDateTime: "2026-01-14T10:30:00.000Z",
  time: 100,
  request: { method: "GET", url: "https://api.urblock.io/v1/tokens", headers: [] },
  response: {
    status: 429,
    headers: [{ name: "Retry-After", value: "12" }],
    content: { text: '{"error":{"code":"rate_limited","message":"slow down"}}' },
  },
};
const providers = loadProviders();
const read = readEntry(entry, { id: "1" });
const event = read.ok ? decode(read.exchange, providers) : undefined;
if (event === undefined) throw new Error(read.ok ? "no known API" : read.problem);
const findings = auditAll([event]);
const written = report([event], { format: "markdown", providers, findings, version: "1", now: 0 });
if (!written.ok) throw new Error(written.reason);
declare const console: { readonly log: (line: string) => void };
console.log(\`\${event.providerId} \${event.code} \${event.advice.retry} \${event.advice.waitSeconds}\`);
`;
