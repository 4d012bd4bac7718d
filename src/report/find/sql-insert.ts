import { matchesOf } from "../views/matches.ts";
import type { View } from "../views/view.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

const INSERT =
  /\binsert\s{1,4}into\s{1,4}[\w.`"[\]]{1,120}\s{0,4}\((?<columns>[^()]{1,2000})\)\s{0,4}values\s{0,4}\((?<values>[^()]{1,8000})\)/dgi;

type Cell = { readonly start: number; readonly end: number };

/** The values of a list, without their quotes; commas in quotes are part of a value. */
function cellsOf(text: string, from: number, to: number): readonly Cell[] {
  const cells: Cell[] = [];
  let start = from;
  let quote = "";
  for (let index = from; index <= to; index++) {
    const character = index < to ? text.charAt(index) : ",";
    if (quote !== "" && index < to) {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === ",") {
      let end = index;
      while (start < end && /[\s'"]/.test(text.charAt(start))) start += 1;
      while (end > start && /[\s'"]/.test(text.charAt(end - 1))) end -= 1;
      cells.push({ start, end });
      start = index + 1;
    }
  }
  return cells;
}

/** `INSERT INTO users (name, password) VALUES ('ann', '…')`: the column names the value. */
export function findInSqlInsert(search: Search, view: View): void {
  const { text } = view;
  if (!text.includes("VALUES") && !text.includes("values")) return;
  for (const match of matchesOf(INSERT, text)) {
    const columns = (match.groups?.["columns"] ?? "").split(",").map((name) => name.replace(/[\s`"[\]]/g, ""));
    const range = match.indices?.groups?.["values"];
    if (range === undefined) continue;
    const cells = cellsOf(text, ...range);
    for (const [index, name] of columns.entries()) {
      const cell = cells[index];
      const rule = judgeField(search, name);
      if (cell === undefined || rule === undefined || cells.length !== columns.length) continue;
      const value = text.slice(cell.start, cell.end);
      if (value === "?" || /^[:$@]\w+$/.test(value)) continue;
      if (!isSecretValue(search, rule, value, { quoted: true, errorish: false })) continue;
      add(search, view, cell.start, cell.end, { kind: rule.kind, rule: "name" });
    }
  }
}
