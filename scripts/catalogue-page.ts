import type { CodeEntry, Provider } from "../src/catalogue/provider.ts";
import { compareCoverage } from "../src/catalogue/coverage.ts";
import { coverageOf, providerDocument, providerFolders } from "../src/providers/testing/sample-files.ts";

/** docs/catalogue.md: every API, its hosts, sources and codes. Made of the documents and of nothing else. */
export function cataloguePage(): string {
  const sections = providerFolders().map((folder) => sectionOf(providerDocument(folder), folder));
  return `${["# Catalogue", HEAD, ...sections].join("\n\n")}\n`;
}

const HEAD =
  "Every API that Faultline knows, with the codes it explains. This page is made of the documents in `src/providers/`\n" +
  "by `npm run gen:catalogue`.";

function sectionOf(provider: Provider, folder: string): string {
  const hosts = provider.hosts.map(({ host }) => `\`${host}\``).join(", ");
  const sources = [...new Set(Object.values(provider.sources ?? {}).map(sourceLine))];
  const read = provider.checkedOn === undefined ? "" : ` Read on ${provider.checkedOn}.`;
  return [
    `## ${provider.name}`,
    `Hosts: ${hosts}.${read}`,
    ...(sources.length === 0 ? [] : [`Sources:\n\n${sources.join("\n")}`]),
    ...coverageLines(provider, folder),
    [
      "| code | status | means | retry |",
      "| --- | --- | --- | --- |",
      ...rows(provider.codes, ""),
      ...rows(provider.subcodes ?? {}, "… "),
    ].join("\n"),
  ].join("\n\n");
}

function sourceLine({ url, title, revision, checkedOn }: NonNullable<Provider["sources"]>[string]): string {
  const facts = [
    revision === undefined ? "" : `revision ${revision}`,
    checkedOn === undefined ? "" : `read on ${checkedOn}`,
  ];
  const behind = facts.filter((fact) => fact !== "").join(", ");
  return `- ${title === undefined ? "" : `${title}: `}<${url}>${behind === "" ? "" : ` (${behind})`}`;
}

/** How many codes of each reference the document has, and why it leaves out the others. */
function coverageLines(provider: Provider, folder: string): readonly string[] {
  const lines = (coverageOf(folder)?.references ?? []).flatMap((reference) => {
    const { covered } = compareCoverage(reference, provider);
    const reasons = new Map<string, string[]>();
    for (const [code, reason] of Object.entries(reference.leftOut))
      reasons.set(reason, [...(reasons.get(reason) ?? []), `\`${code}\``]);
    return [
      `- ${covered.length} of ${reference.codes.length} codes that <${reference.source}> named on ${reference.checkedOn}.`,
      ...[...reasons].map(([reason, codes]) => `  Left out: ${codes.join(", ")}. ${reason}`),
    ];
  });
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function rows(codes: Readonly<Record<string, CodeEntry>>, front: string): readonly string[] {
  return Object.entries(codes).map(([code, { status, title, retry }]) => {
    const cells = [`${front}\`${code}\``, status === null ? "" : String(status), title, retry?.advise ?? ""];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
}
