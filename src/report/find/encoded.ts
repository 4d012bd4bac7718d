import { bytesAsText, hexBytes, startsHexText, textOfBase64 } from "../views/base64.ts";
import { decodeEntities } from "../views/entities.ts";
import { decodeEscapes } from "../views/escapes.ts";
import { decodePercent } from "../views/percent.ts";
import { decodedView, opaqueView, type View } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { matchesOf } from "../views/matches.ts";

const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g;
/** Base64 broken into lines, as MIME does (RFC 2045 section 6.8). */
const WRAPPED = /(?:[A-Za-z0-9+/]{60,76}\r?\n)+(?:[A-Za-z0-9+/]{1,76}={0,2})?/g;
const HEX = /(?<![0-9A-Za-z])(?:0x)?([0-9a-fA-F]{16,})(?![0-9A-Za-z])/g;
const SPACED_HEX = /(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ ,:\n]{0,3}){8,}/g;
/** The offset that a hex dump's lines start with. */
const DUMP_OFFSET = /^[0-9a-fA-F]{4,8}:?[ \t]+(?=[0-9a-fA-F]{2})/;
const DUMP_GROUP = /^(?:[0-9a-fA-F]{2}|[0-9a-fA-F]{4})$/;

/** Shortest runs worth decoding. */
const LONG = /[A-Za-z0-9+/_-]{16}/;
const PAIRS = /(?:[0-9a-fA-F]{2}[ ,:\nx\\0]{0,3}){8}/;

const STOPS = /[\s"'<>`\\]/;

/** Reads each stretch that holds percent-encoding. */
function readPercent(view: View, descend: Descend): void {
  const { text } = view;
  const escape = /%[0-9A-Fa-f]{2}/g;
  for (let match = escape.exec(text); match !== null; match = escape.exec(text)) {
    let start = match.index;
    while (start > 0 && !STOPS.test(text.charAt(start - 1))) start -= 1;
    let end = match.index + 3;
    while (end < text.length && !STOPS.test(text.charAt(end))) end += 1;
    const decoded = decodePercent(text, start, end, false);
    if (decoded !== undefined) descend(decodedView(view, decoded, "url"), { formats: true, name: "" });
    escape.lastIndex = end;
  }
}

function readBase64(view: View, descend: Descend): void {
  for (const match of matchesOf(BASE64, view.text)) {
    const decoded = textOfBase64(match[0]);
    if (decoded === undefined) continue;
    descend(opaqueView(view, decoded, match.index, match.index + match[0].length), { formats: true, name: "" });
  }
  if (!view.text.includes("\n")) return;
  for (const match of matchesOf(WRAPPED, view.text)) {
    const run = match[0].trimEnd();
    const decoded = run.includes("\n") ? textOfBase64(run) : undefined;
    if (decoded === undefined) continue;
    descend(opaqueView(view, decoded, match.index, match.index + run.length), { formats: true, name: "" });
  }
}

function readHexRun(view: View, hex: string, start: number, end: number, descend: Descend): void {
  if (hex.length % 2 !== 0) return;
  if (!startsHexText(hex, 0)) return;
  const decoded = bytesAsText(hexBytes(hex));
  if (decoded !== undefined) descend(opaqueView(view, decoded, start, end), { formats: true, name: "" });
}

function readHex(view: View, descend: Descend): void {
  for (const match of matchesOf(HEX, view.text)) {
    readHexRun(view, match[1] ?? "", match.index, match.index + match[0].length, descend);
  }
  if (!/[0-9a-fA-F]{2}[ ,:\n\\]/.test(view.text)) return;
  for (const match of matchesOf(SPACED_HEX, view.text)) {
    const hex = match[0].replace(/0x|\\x|[ ,:\n]/g, "");
    readHexRun(view, hex, match.index, match.index + match[0].length, descend);
  }
  readDump(view, descend);
}

/** The bytes of one line of a hex dump, without its offset and the column of characters; "" for other lines. */
function dumpedBytes(line: string): string {
  const offset = DUMP_OFFSET.exec(line)?.[0].length ?? 0;
  let hex = "";
  for (const group of line.slice(offset).trim().split(/\s+/)) {
    if (!DUMP_GROUP.test(group) || hex.length >= 32) break;
    hex += group;
  }
  return offset === 0 && hex.length < 16 ? "" : hex;
}

/** Lines of a hex dump (offset, bytes, characters) read as one text; anything found cuts the whole dump. */
function readDump(view: View, descend: Descend): void {
  if (!view.text.includes("\n")) return;
  let hex = "";
  let start = 0;
  let at = 0;
  const finish = (end: number): void => {
    if (hex.length >= 16) readHexRun(view, hex, start, end, descend);
    hex = "";
  };
  for (const line of view.text.split("\n")) {
    const bytes = line.length <= 120 ? dumpedBytes(line) : "";
    if (bytes === "") finish(Math.max(start, at - 1));
    else {
      if (hex === "") start = at;
      hex += bytes;
    }
    at += line.length + 1;
  }
  finish(view.text.length);
}

/**
 * Reads what running text holds in other encodings: percent, character references, backslash escapes, base64 and
 * hexadecimal. Each reading is searched like text of its own.
 */
export function findEncoded(view: View, descend: Descend): void {
  const { text } = view;
  if (text.includes("%")) readPercent(view, descend);
  if (text.includes("&")) {
    const entities = decodeEntities(text, 0, text.length);
    if (entities !== undefined) descend(decodedView(view, entities), { formats: true, name: "" });
  }
  if (text.includes("\\")) {
    const escapes = decodeEscapes(text, 0, text.length);
    if (escapes !== undefined) descend(decodedView(view, escapes), { formats: true, name: "" });
  }
  if (LONG.test(text)) readBase64(view, descend);
  if (PAIRS.test(text)) readHex(view, descend);
}
