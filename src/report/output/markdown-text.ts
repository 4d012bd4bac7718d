import { oneLine, visible } from "./visible.ts";

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const unit of text) {
    run = unit === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/**
 * A fenced block (CommonMark section 4.5) whose fence is longer than any run of backticks inside, so that nothing in the
 * content can close it.
 */
export function fenced(text: string, language: string): string {
  const shown = visible(text);
  const fence = "`".repeat(Math.max(3, longestRun(shown, "`") + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A code span (CommonMark section 6.1) of recorded text: no mention, link, HTML or formatting comes alive in it. */
export function codeSpan(text: string): string {
  const shown = oneLine(text);
  if (shown.trim() === "") return "(empty)";
  const ticks = "`".repeat(longestRun(shown, "`") + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

/** Signs that may stand before and after a word of prose. */
const BEFORE = /^["'(\u201c\u2018]{1,3}/;
const AFTER = /[.,;:!?"')\u201d\u2019\u2026]{1,4}$/;
/** Letters, with hyphens or apostrophes between them; numbers; instants. */
const PLAIN_WORDS = [
  /^\p{L}[\p{L}\p{M}]{0,40}(?:[-'\u2019]\p{L}[\p{L}\p{M}]{0,40}){0,5}$/u,
  /^\d{1,6}(?:[.,]\d{1,6}){0,3}$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/,
  /^(?:e\.g|i\.e)$/,
];
const DASH_OR_SHARE = /^(?:[\u2013\u2014\u2192-]|\d{1,6}%[.,;:)]?)$/;
/** What is left of a word that recorded text was part of. */
const SIGNS = /^["'(.,;:!?)\u201c\u201d\u2018\u2019\u2026]{1,4}$/;
/** What hosts link although it is plain: the beginning of a commit's hash, and the key of an issue ("TICKET-a"). */
const REFERENCE = /(?<!\p{L})(?:[0-9a-fA-F]{7,40}(?!\p{L})|\p{Lu}{2,40}-)/u;

type Piece = { readonly text: string; readonly isCode: boolean };

function isPlain(word: string): boolean {
  if (SIGNS.test(word) || DASH_OR_SHARE.test(word)) return true;
  const bare = word.replace(BEFORE, "").replace(AFTER, "");
  return PLAIN_WORDS.some((pattern) => pattern.test(bare)) && !REFERENCE.test(bare);
}

/** Marks of the redactor and words, one by one; what is more than a plain word is code. */
function piecesOf(text: string): readonly Piece[] {
  return text.split(/( +|\u00ab[^\u00ab\u00bb]{0,200}\u00bb)/).flatMap((word) => {
    if (word === "") return [];
    return [{ text: word, isCode: word.trim() !== "" && !isPlain(word) }];
  });
}

/** The texts around each place where a value stands as a word of its own. */
function around(text: string, value: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    const isWhole =
      !/[\p{L}\p{N}_]$/u.test(text.slice(0, at).slice(-2)) &&
      !/^[\p{L}\p{N}_]/u.test(text.slice(at + value.length, at + value.length + 2));
    if (!isWhole) continue;
    parts.push(text.slice(from, at));
    from = at + value.length;
  }
  return [...parts, text.slice(from)];
}

/** Cuts recorded values out of a sentence that they were put into. */
function withoutRecorded(text: string, recorded: readonly string[]): readonly Piece[] {
  const [value, ...others] = recorded;
  if (value === undefined) return piecesOf(text);
  return around(text, value).flatMap((rest, index) => [
    ...(index === 0 ? [] : [{ text: value, isCode: true }]),
    ...withoutRecorded(rest, others),
  ]);
}

/**
 * A sentence as Markdown text. Only plain words, numbers and the signs between them stand as they are; every other word
 * is a code span, and so is each of the values in `recorded` that the sentence holds. Escapes would not do: they are
 * gone before GitHub and GitLab look for mentions ("@team"), references ("#1", "GH-12", hashes of commits), addresses
 * and commands, none of which they look for in code.
 */
export function prose(text: string, recorded: readonly string[] = []): string {
  const shown = oneLine(text).trim();
  const values = recorded.map((value) => oneLine(value).trim()).filter((value) => value !== "");
  let written = "";
  let code = "";
  for (const piece of withoutRecorded(shown, values)) {
    if (piece.isCode) {
      // Two spans side by side would be read as one with longer marks.
      code += piece.text;
      continue;
    }
    written += (code === "" ? "" : codeSpan(code)) + piece.text.replace(/ +/, " ");
    code = "";
  }
  if (code !== "") written += codeSpan(code);
  // At the beginning of a line, these would begin a list or underline a heading.
  return written.replace(/^(\d{1,9})(?=[.)])/, "$1\\").replace(/^-/, "\\-");
}

/** An address of the documentation as a link; as code if it is more than a plain one. */
export function link(address: string): string {
  const isPlainAddress =
    /^https:\/\/[A-Za-z0-9.-]{1,253}(?::\d{1,5})?(?:[/?#][A-Za-z0-9\-._~/?#=&%+:,;]{0,2000})?$/.test(address);
  return isPlainAddress ? `<${address}>` : codeSpan(address);
}
