import type { View } from "../views/view.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

const HEADER = /^\s{0,4}"?[A-Za-z_][\w .-]{0,40}"?(?:[,;\t]"?[A-Za-z_][\w .-]{0,40}"?){1,60}\s{0,4}$/;

type Cell = { readonly start: number; readonly end: number };

function cellsOf(text: string, from: number, end: number, separator: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = from;
  let quoted = false;
  for (let index = from; index <= end; index++) {
    const character = text.charAt(index);
    if (index < end && character === '"') quoted = !quoted;
    if (index < end && (quoted || character !== separator)) continue;
    const quotes = text.charAt(start) === '"' && index - start >= 2 ? 1 : 0;
    cells.push({ start: start + quotes, end: index - quotes });
    start = index + 1;
  }
  return cells;
}

/** Comma-, semicolon- or tab-separated lines under a head line that names a secret column. */
export function findInCsv(search: Search, view: View): void {
  const { text } = view;
  const headEnd = text.indexOf("\n");
  if (headEnd < 3 || headEnd > 4000) return;
  const head = text.slice(0, headEnd).replace(/\r$/, "");
  if (!HEADER.test(head)) return;
  const separator = [",", ";", "\t"].find((candidate) => head.includes(candidate)) ?? ",";
  const names = head.split(separator).map((name) => name.trim().replace(/^"|"$/g, ""));
  const rules = names.map((name) => judgeField(search, name));
  if (rules.every((rule) => rule === undefined)) return;
  for (let at = headEnd + 1; at < text.length;) {
    const line = text.indexOf("\n", at);
    const end = line === -1 ? text.length : line;
    const cells = cellsOf(text, at, text.charAt(end - 1) === "\r" ? end - 1 : end, separator);
    for (const [index, rule] of rules.entries()) {
      const cell = cells[index];
      if (rule === undefined || cell === undefined || cells.length !== names.length) continue;
      const value = text.slice(cell.start, cell.end);
      if (isSecretValue(search, rule, value, { quoted: true, errorish: false })) {
        add(search, view, cell.start, cell.end, { kind: rule.kind, rule: "name" });
      }
    }
    at = end + 1;
  }
}
