/*
 * Looks for what is left of a secret, written apart from the redactor on purpose: it knows no rule of it, only the
 * spellings a reader of a report could undo.
 */

function percentEvery(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
}

function base64Cores(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((lead) => {
    const encoded = Buffer.concat([Buffer.alloc(lead), Buffer.from(secret)])
      .toString("base64")
      .replace(/=+$/, "");
    const core = encoded.slice(lead === 0 ? 0 : lead + 1, -1);
    return core.length < 8 ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Every spelling that is looked for; all comparisons ignore case. */
function spellings(secret: string): readonly (readonly [string, string])[] {
  const once = encodeURIComponent(secret);
  return [
    ["raw", secret],
    ["json", JSON.stringify(secret).slice(1, -1)],
    ["percent", once],
    ["percent twice", encodeURIComponent(once)],
    ["percent every character", percentEvery(secret)],
    ["form", secret.replaceAll(" ", "+")],
    ["hex", Buffer.from(secret).toString("hex")],
    ...base64Cores(secret).map((core) => ["base64", core] as const),
  ];
}

function unescapeJson(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\(.)/gs, (_, hex: string | undefined, other: string | undefined) =>
    hex === undefined ? (other === "n" ? "\n" : (other ?? "")) : String.fromCharCode(parseInt(hex, 16)),
  );
}

function unescapePercent(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
}

function unescapeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

function readings(text: string): ReadonlyMap<string, string> {
  const json = unescapeJson(text);
  const percent = unescapePercent(json);
  return new Map([
    ["as is", text],
    ["unescaped", json],
    ["unescaped twice", unescapeJson(json)],
    ["decoded", percent],
    ["decoded twice", unescapePercent(percent)],
    ["entities", unescapeEntities(json)],
    ["base64", decodedRuns(percent)],
  ]);
}

/** Every base64 run of the text, decoded: what was encoded around the secret rather than the secret alone. */
function decodedRuns(text: string): string {
  const runs = text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? [];
  return runs.map((run) => Buffer.from(run, "base64").toString("latin1")).join("\n");
}

/** Where and how a secret is still readable in a report; empty where it is not. */
export function leaksOf(report: string, secret: string): readonly string[] {
  const found: string[] = [];
  for (const [reading, text] of readings(report)) {
    const lower = text.toLowerCase();
    for (const [spelling, wanted] of spellings(secret)) {
      if (wanted.length >= 4 && lower.includes(wanted.toLowerCase())) found.push(`${spelling} (${reading})`);
    }
  }
  return found;
}

/** Whether a fact can still be read: as it is, or behind the escapes of JSON, shells and Markdown. */
export function isKept(report: string, fact: string): boolean {
  const readable = [
    report,
    unescapeJson(report),
    unescapeJson(unescapeJson(report)),
    unescapeEntities(report).replace(/\\/g, ""),
  ];
  const markdown = report.replaceAll("`", "");
  const shell = report.replaceAll("'\\''", "'");
  return [...readable, markdown, shell].some((text) => text.includes(fact));
}
