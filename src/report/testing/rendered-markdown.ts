import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** What a report is made of; `a` is looked at on its own. */
const OWN_ELEMENTS: ReadonlySet<string> = new Set([
  "h2",
  "h3",
  "p",
  "ul",
  "ol",
  "li",
  "strong",
  "code",
  "pre",
  "hr",
  "blockquote",
  "a",
]);

/** What GitHub and GitLab make of text that is neither code nor a link, after Markdown has been rendered. */
const LIVE: readonly (readonly [string, RegExp])[] = [
  ["a mention or an e-mail address", /@[\p{L}\p{N}"]/u],
  ["a reference", /[#!%~$&^*][\p{L}\p{N}]|[%~]"/u],
  ["a key of an issue", /\bGH-\d|(?<!\p{L})\p{Lu}{2,}-[\p{L}\p{N}]/u],
  ["the hash of a commit", /(?<![\p{L}\p{N}])[0-9a-f]{7,40}(?![\p{L}\p{N}])/iu],
  ["an address", /www\.|:\/\/|[\p{L}\d]\.\p{L}{2}/iu],
  ["an emoji", /:[\w+-]+:/],
  ["a command", /^[ \t]*\/\w/m],
  ["a task", /^[ \t]*\[[ x]\]/m],
];

/** As GitHub renders it, raw HTML included. */
export function renderGfm(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function decoded(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** The text of an HTML document. */
export function textOfHtml(html: string): string {
  return decoded(html.replace(/<[^>]*>/g, ""));
}

/** What came alive in a rendered report: elements, links but those to `docs`, and what hosts make links of. */
export function liveIn(html: string, docs: readonly string[] = []): readonly string[] {
  const found: string[] = [];
  for (const [tag, name = ""] of html.matchAll(/<\/?([^\s>/]*)[^>]*>/g)) {
    const href = /^<a href="([^"]*)"/.exec(tag)?.[1];
    if (!OWN_ELEMENTS.has(name) || (href !== undefined && !docs.includes(decoded(href)))) found.push(tag);
  }
  const outside = html
    .split(/<(?:pre|a|code)\b[^>]*>/)
    .map((part) => part.replace(/^[\s\S]*?<\/(?:pre|a|code)>/, ""))
    .join("\n");
  const text = textOfHtml(outside);
  for (const [what, pattern] of LIVE) {
    const match = pattern.exec(text.replace(/\d{4}-\d\d-\d\dT[\d:.]{8,12}Z/g, ""));
    if (match !== null) found.push(`${what}: ${text.slice(Math.max(0, match.index - 20), match.index + 40)}`);
  }
  return found;
}

const PIECES = [
  "@octocat",
  "@octocat/team",
  "www.evil.com",
  "http://evil.com/x",
  "https://evil.com",
  "a@b.co",
  "mailto:a@b.co",
  "#1",
  "GH-12",
  "TICKET-a",
  "owner/repo#1",
  "owner/repo@a5c3785",
  "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
  "deadbeef",
  "1234567",
  "![x](y)",
  "[x](http://e.co)",
  "[x][y]",
  "[y]: http://e.co",
  "[^1]",
  "[^1]: x",
  "[ ]",
  "[x]",
  "<img src=x>",
  "<b>",
  "</p>",
  "<!--",
  "-->",
  "<http://e.co>",
  "&#64;team",
  "&lt;",
  "&",
  "`",
  "``",
  "```",
  "~~~",
  "*",
  "**",
  "_",
  "__",
  "~~",
  "|",
  "|-|",
  "\n",
  "\n\n",
  "\r",
  "- ",
  "1. ",
  "1)",
  "# ",
  "> ",
  "===",
  "---",
  ":smile:",
  ":",
  "!12",
  "!",
  "%1",
  '%"x"',
  "50%",
  "~bug",
  "$`x`$",
  "$x$",
  "^x",
  "/close",
  "\\",
  "\\@",
  "\u200b",
  "\u202e",
  "\u00a0",
  "\t",
  "    ",
  "  ",
  "(",
  ")",
  '"',
  "'",
  "\u201c",
  ".",
  ",",
  ";",
  "?",
  "\u2026",
  "e.g.",
  "1.5",
  "-",
  "+",
  "=",
  "\u2014",
  "\u00ab",
  "\u00bb",
  "caf\u00e9",
  "word",
  "and/or",
  "well-known",
  "don't",
  "2026-01-14T12:00:00.000Z",
  "Retry-After",
  "\u{1f600}",
  "\u2764\ufe0f",
  "\ud800",
  "\uff20team",
  "<details>",
  "<script>",
];

/** Text that wants to be more than text where Markdown is rendered. */
export const hostileMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      fc.constant(" "),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));
