import { isKeyLike } from "../values/shapes.ts";
import type { View } from "../views/view.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";
import { readTextValue } from "./text-value.ts";

const HEAD =
  /^([ \t]{0,200})(?:- {1,4})?["']?([A-Za-z_][\w .-]{0,80}?)["']?[ \t]{0,4}:[ \t]{0,4}([|>][+-]?\d?)?[ \t]{0,20}$/;
const ITEM = /^[ \t]{0,200}-[ \t]{1,4}(?=\S)/;
/** Lines under one name; a longer block is no secret. */
const MAX_LINES = 200;

type Line = { readonly start: number; readonly end: number };

function lineAt(text: string, start: number): Line {
  const found = text.indexOf("\n", start);
  const end = found === -1 ? text.length : found;
  return { start, end: text.charAt(end - 1) === "\r" ? end - 1 : end };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines that belong to a head with this indentation: deeper ones, and the items of a list right below it. */
function linesUnder(text: string, from: number, indent: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = from; at < text.length && lines.length < MAX_LINES;) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end);
    const isItem = ITEM.test(content);
    if (content.trim() !== "" && indentOf(content) < indent + (isItem ? 0 : 1)) break;
    lines.push(line);
    at = text.indexOf("\n", line.end) + 1;
    if (at === 0) break;
  }
  return lines;
}

/** YAML's lists and block texts under a secret name (YAML 1.2.2 sections 8.1 and 8.2.1): "tokens:", then "  - …". */
export function findIndented(search: Search, view: View): void {
  const { text } = view;
  if (!text.includes(":\n") && !text.includes(":\r\n") && !/:[ \t]{1,4}[|>]/.test(text)) return;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    const next = text.indexOf("\n", line.end) + 1;
    if (next === 0) return;
    const head = line.end - line.start <= 300 ? HEAD.exec(text.slice(line.start, line.end)) : null;
    const rule = head === null ? undefined : judgeField(search, head[2] ?? "");
    if (head !== null && rule !== undefined) {
      const below = linesUnder(text, next, (head[1] ?? "").length);
      for (const { start, end } of below) {
        const item = ITEM.exec(text.slice(start, end));
        const from = start + (item?.[0].length ?? indentOf(text.slice(start, end)));
        const value = item !== null || head[3] !== undefined ? readTextValue(text.slice(0, end), from) : undefined;
        if (value === undefined) continue;
        const raw = text.slice(value.start, value.end);
        const isValue = isSecretValue(search, rule, raw, { quoted: true, errorish: true });
        if (isValue && (head[3] !== undefined || isKeyLike(raw, 6))) {
          add(search, view, value.start, value.end, { kind: rule.kind, rule: "name" });
        }
      }
    }
    at = next;
  }
}
