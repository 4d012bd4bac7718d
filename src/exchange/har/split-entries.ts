import { asRecord, asText } from "../json-fields.ts";
import { countJsonMarks } from "./json-marks.ts";
import { findEntryStart, indentOf } from "./entry-start.ts";
import { isSpace, newOutsideScan, stepOutside, type OutsideValue } from "./scan-outside.ts";
import { newScan, scanValue } from "./scan-value.ts";

/** One entry of a HAR file, unread, or why it cannot be had. `index` is its place in the file, from 0. */
export type HarItem =
  | { readonly kind: "entry"; readonly index: number; readonly entry: unknown }
  | { readonly kind: "broken"; readonly index: number; readonly problem: string };

/** What is known once the file has ended. */
export type HarEnd = {
  /** `log.creator.name`; "" if the file does not say who wrote it. */
  readonly creator: string;
  /** `log.pages` as the file has it; undefined if there are none. */
  readonly pages: unknown;
  /** How many entries the file names, broken ones too. */
  readonly count: number;
  /** The file stops before its own end; what came before was read. */
  readonly isCut: boolean;
  /** Why this is not a HAR at all, as a sentence; null if it is one. */
  readonly problem: string | null;
};

export type HarSplitter = {
  /** Takes the next piece of the file's text and returns the entries that end in it. */
  readonly push: (text: string) => readonly HarItem[];
  /** The file has ended: what was still open, and what is known of the whole. */
  readonly end: () => { readonly items: readonly HarItem[]; readonly end: HarEnd };
};

/** What one entry may hold. One that holds more is broken: reading must not need more memory than one entry. */
export type HarLimits = {
  /** In UTF-16 units. */
  readonly longestEntry: number;
  /** See `countJsonMarks`. */
  readonly mostJsonMarks: number;
};

const DEFAULT_LIMITS: HarLimits = { longestEntry: 64 * 1024 * 1024, mostJsonMarks: Number.POSITIVE_INFINITY };
const LONGEST_OTHER = 4 * 1024 * 1024;
/** Text that may be gone through again behind broken entries, so that a hostile file costs no more than a large one. */
const MOST_SCANNED_AGAIN = 256 * 1024 * 1024;
const LONGEST_INDENT = 80;

/**
 * Splits HAR 1.2 text into the items of `log.entries` while it arrives; also of a bare `{entries}` or list of entries.
 * Holds no more than the entry at hand. What is broken is named and skipped. Never throws.
 */
export function createHarSplitter(limits = DEFAULT_LIMITS): HarSplitter {
  const { longestEntry, mostJsonMarks } = limits;
  const outside = newOutsideScan();
  let items: HarItem[] = [];
  let place: "outside" | "list" | "value" | "scalar" = "outside";
  let listSeen = false;
  let count = 0;
  let scannedAgain = 0;
  const known: { creator?: unknown; pages?: unknown } = {};
  // The value at hand.
  let scan = newScan();
  let target: OutsideValue | "entry" = "other";
  let pieces: string[] = [];
  let length = 0;
  // White space since the last item of the list, and the indent of the first.
  let space = "";
  let indent: string | null | undefined;

  const startValue = (to: typeof target): void => {
    scan = newScan();
    target = to;
    pieces = [];
    length = 0;
    place = "value";
  };
  const keep = (text: string): void => {
    if (target === "other") return;
    length += text.length;
    if (length <= (target === "entry" ? longestEntry : Math.min(longestEntry, LONGEST_OTHER))) pieces.push(text);
  };
  const addBroken = (why: string): void => {
    items.push({ kind: "broken", index: count, problem: why });
    count += 1;
  };
  /** The text of a broken entry from the start of the next entry on, to be scanned again. */
  const textToRescan = (text: string): string | undefined => {
    const start = findEntryStart(text, indent ?? null);
    if (start <= 0 || scannedAgain > MOST_SCANNED_AGAIN) return undefined;
    scannedAgain += text.length - start;
    return text.slice(start);
  };

  /** Ends the value at hand; text that must be gone through again comes back. */
  const finishValue = (): string | undefined => {
    const text = pieces.join("");
    pieces = [];
    place = target === "entry" ? "list" : "outside";
    if (target === "other") return undefined;
    if (length > text.length) {
      if (target === "entry")
        addBroken(`The entry is longer than ${Math.floor(longestEntry / 1024 / 1024)} M characters.`);
      return undefined;
    }
    if (countJsonMarks(text) > mostJsonMarks) {
      if (target === "entry") addBroken("The entry holds too many values for a zip file: unpack it first.");
      return undefined;
    }
    try {
      const value: unknown = JSON.parse(text);
      if (target !== "entry") known[target] = value;
      else {
        items.push({ kind: "entry", index: count, entry: value });
        count += 1;
      }
      return undefined;
    } catch (error) {
      if (target !== "entry") return undefined;
      addBroken(`The entry is not valid JSON: ${error instanceof Error ? error.message : "it cannot be parsed"}.`);
      return textToRescan(text);
    }
  };

  /** Consumes part of the value from `from`; returns the next index and any text to scan again. */
  const takeValue = (text: string, from: number): { readonly next: number; readonly again?: string | undefined } => {
    const end = place === "value" ? scanValue(scan, text, from) : endOfScalar(text, from);
    const wasKept = length <= longestEntry;
    keep(text.slice(from, end === -1 ? text.length : end));
    if (end !== -1) return { next: end, again: finishValue() };
    if (target !== "entry" || !wasKept || length <= longestEntry) return { next: text.length };
    // A quote or bracket too many makes one entry of all that follow: it is looked for once, here.
    const again = textToRescan(pieces.join("") + text.slice(from));
    pieces = [];
    if (again === undefined) return { next: text.length };
    addBroken("The entry does not end where the next one begins.");
    place = "list";
    return { next: text.length, again };
  };

  /** One character between two items; false if it begins an item. */
  const stepList = (unit: number): boolean => {
    if (isSpace(unit)) {
      if (space.length < LONGEST_INDENT) space += String.fromCharCode(unit);
      return true;
    }
    if (unit === 44 || unit === 58 || unit === 125) return true; // , : }
    if (unit === 93) {
      place = "outside";
      return true;
    }
    indent ??= indentOf(space);
    space = "";
    startValue("entry");
    if (unit !== 123 && unit !== 91 && unit !== 34) place = "scalar";
    return false;
  };

  /** One character outside of the list; false if it begins a value. */
  const stepAround = (unit: number): boolean => {
    const opened = stepOutside(outside, unit);
    if (opened === "nothing") return true;
    if (opened !== "list") {
      startValue(opened);
      return false;
    }
    listSeen = true;
    place = "list";
    space = "";
    return true;
  };

  const consume = (first: string): void => {
    const waiting = [first];
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
      let index = 0;
      while (index < text.length && !outside.isNoJson) {
        if (place === "value" || place === "scalar") {
          const { next, again } = takeValue(text, index);
          index = next;
          if (again === undefined) continue;
          waiting.push(text.slice(index), again);
          break;
        }
        const unit = text.charCodeAt(index);
        if (place === "list" ? stepList(unit) : stepAround(unit)) index += 1;
      }
    }
  };
  const isInEntry = (): boolean => (place === "value" || place === "scalar") && target === "entry";
  const taken = (): readonly HarItem[] => {
    const all = items;
    items = [];
    return all;
  };

  return {
    push: (text) => {
      consume(text.charCodeAt(0) === 0xfeff && !outside.hasBegun ? text.slice(1) : text);
      return taken();
    },
    end: () => {
      const isCut = place !== "outside" || outside.level > 0 || outside.word !== null;
      while (isInEntry()) {
        addBroken("The file ends inside this entry.");
        place = "list";
        consume(textToRescan(pieces.join("")) ?? "");
      }
      const creator = asText(asRecord(known.creator)?.["name"]) ?? "";
      const problem = outside.isNoJson || !listSeen ? describeProblem(outside.hasBegun, outside.isNoJson, isCut) : null;
      return { items: taken(), end: { creator, pages: known.pages, count, isCut, problem } };
    },
  };
}

function describeProblem(hasBegun: boolean, isNoJson: boolean, isCut: boolean): string {
  if (!hasBegun) return "The file is empty.";
  if (isNoJson) return "The file is not JSON: it begins with neither { nor [.";
  return isCut
    ? "The file is not JSON: it ends before its log.entries list."
    : "The file is JSON but not a HAR: it has no log.entries list.";
}

function endOfScalar(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isSpace(unit) || unit === 44 || unit === 93) return index;
  }
  return -1;
}
