import { findFormats } from "../formats/all-formats.ts";
import { opaqueView, sliceView, type View } from "../views/view.ts";
import { splitName } from "../names/split-name.ts";
import { findCurlOptions } from "./curl-command.ts";
import { findInCsv } from "./csv.ts";
import type { Descend, DescendOptions } from "./descend.ts";
import { findEncoded } from "./encoded.ts";
import { interestOf } from "./interest.ts";
import { isErrorName } from "./json-frame.ts";
import { findInJson } from "./json-find.ts";
import { canStart } from "./json-walk.ts";
import { judgeField } from "./judge.ts";
import { findInMarkup } from "./markup.ts";
import { findInEventStream } from "./event-stream.ts";
import { findIndented } from "./indented.ts";
import { findPositions } from "./positions.ts";
import { enter, type Search } from "./search.ts";
import { findInSqlInsert } from "./sql-insert.ts";
import { findTextPairs } from "./text-pairs.ts";
import { findUrls } from "./url.ts";
import { nameBefore } from "../formats/name-before.ts";

const VERSION_NAMES: ReadonlySet<string> = new Set(
  "version versions agent ua build revision sdk release server powered".split(" "),
);

function isVersionName(name: string): boolean {
  return name !== "" && splitName(name).some((word) => VERSION_NAMES.has(word));
}

/**
 * Searches a text of unknown kind: JSON wherever it starts (also NDJSON, event streams, JSONP, after an anti-hijacking
 * prefix), and between it markup, URLs, pairs, commands and encoded stretches, each read further.
 */
export function searchText(search: Search, view: View, options: DescendOptions): void {
  if (view.text.length < 4) return;
  const depth = enter(search, view, options.formats);
  if (depth === "nothing") return;
  const descend: Descend = (inner, inside) =>
    searchText(search, inner, { ...inside, versions: inside.versions ?? options.versions ?? false });
  if (options.formats) {
    findFormats(search, view, {
      addresses: options.versions !== true && !isVersionName(options.name),
      claims: (payload, start, end) =>
        searchText(search, opaqueView(view, payload, start, end), { formats: true, name: "" }),
    });
  }
  if (depth === "formats") return;
  const { rules } = interestOf(view.text, 0, view.text.length);
  if (rules === "nothing") return;
  if (rules === "pairs") {
    if (options.inUrl !== true) {
      findTextPairs(search, view, []);
      findPositions(search, view);
      findInSqlInsert(search, view);
    }
    return;
  }
  // Documents are read as such before brackets in them ("<![CDATA[", scripts) split them up.
  const isMarkup = /^\s{0,200}<[?!A-Za-z]/.test(view.text.slice(0, 210));
  if (isMarkup) findInMarkup(search, view, descend);
  let gap = 0;
  const bracket = /[[{]/g;
  for (let match = bracket.exec(view.text); match !== null; match = bracket.exec(view.text)) {
    if (!canStart(view.text, match.index)) continue;
    searchPlain(search, view, gap, match.index, descend, options.inUrl === true);
    const name = match.index === 0 ? options.name : nameBefore(view.text, match.index);
    const rule = name === "" ? undefined : judgeField(search, name);
    const end = findInJson(
      search,
      view,
      match.index,
      { name, rule, errorish: isErrorName(name), field: options.field ?? "" },
      descend,
    );
    const after = Math.max(end, match.index + 1);
    gap = isSubscript(view.text, match.index, after) ? match.index + 1 : after;
    bracket.lastIndex = after;
  }
  searchPlain(search, view, gap, view.text.length, descend, options.inUrl === true);
  if (options.inUrl !== true) {
    findIndented(search, view);
    findInEventStream(view, descend);
  }
}

/** `config["password"] = …`, `["password"]=> …`: the brackets belong to a name. */
function isSubscript(text: string, start: number, end: number): boolean {
  return end - start <= 100 && /^["']\]\s{0,4}(?:=>|=|:)/.test(text.slice(end - 2, end + 8));
}

/** What is no JSON. */
function searchPlain(search: Search, whole: View, start: number, end: number, descend: Descend, inUrl: boolean): void {
  if (end - start < 4) return;
  const view = start === 0 && end === whole.text.length ? whole : sliceView(whole, start, end);
  const { text } = view;
  if (text.includes("<") && !/^\s{0,200}<[?!A-Za-z]/.test(whole.text.slice(0, 210)))
    findInMarkup(search, view, descend);
  const urls = !inUrl && text.includes("://") ? findUrls(search, view, descend) : [];
  if (!inUrl) {
    findTextPairs(search, view, urls);
    findPositions(search, view);
    findInSqlInsert(search, view);
  }
  findCurlOptions(search, view);
  if (start === 0) findInCsv(search, view);
  findEncoded(view, descend);
}
