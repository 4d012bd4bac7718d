/** What a page or a plain text says: `code` where it begins with one of its own. */
export type TextAnswer = { readonly message: string | null; readonly code: string | null };

const READ = 20_000;
const LONGEST = 500;

/** Titles that say nothing beside the status. */
const EMPTY_TITLE = /^(?:error|\d{3}|\d{3} error|error \d{3}|http error|document|untitled|oops!?|whoops!?)$/i;

/** The server's sentence in an HTML error: what `<pre>` holds, else a telling heading or title, else its first words. */
export function messageOfHtml(html: string): string | null {
  // Reads at most 20,000 characters.
  const page = html.slice(0, READ).replaceAll(/<(script|style|noscript)\b[\s\S]{0,10000}?<\/\1>/gi, " ");
  const pre = inside(page, "pre");
  const heading = oneLine(inside(page, "h1") ?? inside(page, "h2"));
  const title = oneLine(inside(page, "title"));
  const candidates = [pre === undefined ? undefined : firstLine(pre), heading, title]
    .map((text) => text?.trim())
    .filter((text) => text !== undefined && text !== "");
  const telling = candidates.find((text) => text !== undefined && !EMPTY_TITLE.test(text));
  const paragraph = oneLine(inside(page, "p"));
  const body = words(page.slice(Math.max(0, page.search(/<body[\s>]/i)))).slice(0, LONGEST);
  const found = telling ?? paragraph ?? candidates[0] ?? (body === "" ? undefined : body);
  return found === undefined || found === "" ? null : found.slice(0, LONGEST);
}

/** A plain text says itself. Stack traces give their first line. */
export function textAnswer(text: string): TextAnswer {
  const whole = text.trim();
  if (whole === "") return { message: null, code: null };
  const form = formErrors(whole);
  if (form !== undefined) return form;
  const lines = whole
    .split(/\r?\n/, 12)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isTrace = lines.slice(1).some((line) => /^(?:at\s|File "|Traceback)/.test(line));
  const spoken = lines.slice(0, isTrace ? 1 : 6);
  const end = spoken.findIndex((line) => !isProse(line));
  const message = (end === -1 ? spoken : spoken.slice(0, end)).join(" ");
  const code =
    lines.find((line) => /^[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,6}$/.test(line)) ??
    /^(?:error(?: code)?:?\s)([A-Z][A-Z0-9_-]{2,40})$/i.exec(whole)?.[1];
  return { message: message === "" ? null : message.slice(0, 1000), code: code ?? null };
}

/**
 * A line that somebody wrote for a reader. Data in a text body (CSV, YAML, forms, dumps) is no message: it would stand
 * in the row and the headline, out of the context by which secrets in it are told.
 */
function isProse(line: string): boolean {
  if (line.length > 500) return false;
  if (/^(?:[\w.]{0,60}(?:error|exception|fault|failure)|message|detail|reason|warning|uncaught|fatal)\b/i.test(line))
    return true;
  if (/^[\w.-]{1,60}\s?[:=]|^[0-9a-f]{4,16}[:\s]|[^\s,]{1,80}(?:[,;\t|][^\s,;|]{1,80}){2}|&[\w.-]{1,40}=/i.test(line))
    return /^[A-Z][a-z']{0,20} [a-z]/.test(line);
  // One word is a message only if it is a code.
  return /\s/.test(line)
    ? /[a-z]{2,}/i.test(line)
    : /^[A-Z][A-Z0-9_]{2,60}$|^[A-Za-z][\w.-]{2,40}[.!]?$/.test(line) || /^[a-z]{3}\d:/.test(line);
}

/** PayPal's NVP and its like: `ACK=Failure&L_ERRORCODE0=10002&L_LONGMESSAGE0=…`, `error=invalid_grant&error_description=…`. */
function formErrors(text: string): TextAnswer | undefined {
  if (!/^[\w.-]{1,60}=[^\s]*(?:&[\w.-]{1,60}=[^\s]*)+$/.test(text.slice(0, 8000))) return undefined;
  const pairs = new Map(
    text
      .slice(0, 8000)
      .split("&")
      .map((pair) => [pair.slice(0, pair.indexOf("=")).toLowerCase(), decoded(pair.slice(pair.indexOf("=") + 1))]),
  );
  const pick = (...names: readonly string[]): string | undefined =>
    names.map((name) => pairs.get(name)).find((value) => value !== undefined && value !== "");
  const code = pick("l_errorcode0", "error_code", "errorcode", "error", "err");
  const message = pick(
    "l_longmessage0",
    "l_shortmessage0",
    "error_description",
    "error_message",
    "errormessage",
    "message",
    "reason",
  );
  return code === undefined && message === undefined ? undefined : { code: code ?? null, message: message ?? null };
}

/** Whether a form answer under a success status is a failure. */
export function isFailedForm(text: string): boolean {
  return (
    /(?:^|&)(?:ACK=Failure|error=[\w.-]{2,60}&error_description=)/.test(text.slice(0, 4000)) &&
    !/\s/.test(text.slice(0, 200).trim())
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function inside(page: string, tag: string): string | undefined {
  // Reads at most 20,000 characters.
  const open = new RegExp(`<${tag}(?:\\s[^>]{0,300})?>`, "i").exec(page);
  if (open === null) return undefined;
  const rest = page.slice(open.index + open[0].length, open.index + open[0].length + 4000);
  // Reads at most 20,000 characters.
  const end = rest.search(new RegExp(`</${tag}\\s?>`, "i"));
  const text = withBreaks(end === -1 ? rest.slice(0, 400) : rest.slice(0, end));
  return text === "" ? undefined : text;
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s{1,100}/g, " ");
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.trim() ?? text;
}

/** All that a page says, in one line. */
export function plainText(html: string): string {
  return words(html.slice(0, READ)).slice(0, 2000);
}

function withBreaks(html: string): string {
  return unescaped(html.replaceAll(/<br\s{0,3}\/?>/gi, "\n").replaceAll(/<[^>]{0,500}>/g, ""))
    .replaceAll(/[ \t]{1,200}/g, " ")
    .replaceAll(/\s{0,20}\n\s{0,20}/g, "\n")
    .trim();
}

function words(html: string): string {
  return unescaped(html.replaceAll(/<[^>]{0,500}>/g, " "))
    .replaceAll(/\s{1,500}/g, " ")
    .trim();
}

/** The character references that error pages use. */
function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#0?39;|&apos;|&#x27;/g, "'")
    .replaceAll(/&nbsp;|&#160;/g, " ")
    .replaceAll("&rsquo;", "’")
    .replaceAll(/&#(?:32|x20);/gi, " ")
    .replaceAll(/&#(?:35|x23);/gi, "#")
    .replaceAll(/&#(?:46|x2e);/gi, ".")
    .replaceAll("&amp;", "&");
}
