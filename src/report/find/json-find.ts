import { findScatteredPhrases, mayStartWord, mnemonicIndex, type WordValue } from "../formats/mnemonic.ts";
import { isAddressName } from "../names/secret-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import type { View } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { type Field, fieldAt, fieldOf } from "./field.ts";
import { interestOf } from "./interest.ts";
import { inherited, MAX_ECHOES, MAX_KEPT, passesOn, type Frame } from "./json-frame.ts";
import { addScalar, scalarText, scalarView } from "./json-scalar.ts";
import { findBySiblings, isEcho } from "./json-siblings.ts";
import { walkJson, type JsonVisitor, type Scalar } from "./json-walk.ts";
import { isSecretValue } from "./judge.ts";
import { isHighEntropy, isPublicValue } from "../values/shapes.ts";
import { add, type Search } from "./search.ts";

export type JsonContext = {
  readonly name: string;
  readonly rule?: NameRule | undefined;
  readonly errorish: boolean;
  readonly field: string;
};

/** What the key of a member says. */
function fieldOfKey(search: Search, view: View, key: Scalar): Field {
  return key.escaped ? fieldOf(search, scalarText(view, key)) : fieldAt(search, view.text, key.start, key.end);
}

/** `{ "tokens": { "…": "ann" } }`: members of a map of secrets may be named by them. */
function findSecretName(search: Search, view: View, key: Scalar, name: string, rule: NameRule | undefined): void {
  if (rule === undefined || !isHighEntropy(name) || isPublicValue(name, search.rules.idPrefixes)) return;
  add(search, view, key.start, key.end, { kind: rule.kind, rule: "name", value: name });
}

/**
 * Finds secrets in the JSON-like text that starts at `from`; returns where that text ends. `descend` reads the strings
 * further (JSON in strings, URLs, base64 …).
 */
export function findInJson(search: Search, view: View, from: number, context: JsonContext, descend: Descend): number {
  const stack: Frame[] = [];
  let words: WordValue[] = [];
  const flushWords = (): void => {
    if (words.length === 0) return;
    findScatteredPhrases(search, view, words);
    words = [];
  };

  const keep = (frame: Frame, name: string, value: Scalar): void => {
    if (frame.kept.length >= MAX_KEPT) return;
    frame.kept.push({ name, value });
    if (frame.bytes && (value.quoted || value.end - value.start > 3)) frame.bytes = false;
  };

  const judgeScalar = (
    frame: Frame | undefined,
    field: Field | undefined,
    name: string,
    value: Scalar,
    isAddress: boolean,
  ): void => {
    const text = scalarText(view, value);
    const rule =
      field?.rule ?? (field === undefined ? (frame?.rule ?? context.rule) : inherited(frame?.rule, name, text));
    const errorish = (frame?.errorish ?? context.errorish) || frame?.isArray === true;
    if (rule !== undefined && isSecretValue(search, rule, text, { quoted: value.quoted, errorish })) {
      // Arrays of bytes are cut as a whole when they close.
      if (value.quoted || frame?.isArray !== true) addScalar(search, view, value, rule);
    } else if (isAddress && /^[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,42}$/.test(text)) {
      add(search, view, value.start, value.end, { kind: "ip", rule: "name" });
    }
  };

  const collectWord = (value: Scalar): void => {
    const mayBeWord = value.escaped || mayStartWord(view.text, value.start, value.end);
    const text = mayBeWord ? scalarText(view, value) : "";
    const index = mayBeWord && text.length <= 8 ? mnemonicIndex(text) : undefined;
    if (index !== undefined) words.push({ start: value.start, end: value.end, index });
    else flushWords();
  };

  const visitor: JsonVisitor = {
    open: (key, isArray, at) => {
      const outer = stack.at(-1);
      const field = key === null ? undefined : fieldOfKey(search, view, key);
      const name = field === undefined ? (outer?.name ?? context.name) : field.name;
      const above = outer === undefined ? context.rule : outer.rule;
      const own = field?.rule;
      if (key !== null && above !== undefined) findSecretName(search, view, key, name, above);
      stack.push({
        isArray,
        name,
        rule: own ?? (key === null ? above : passesOn(above, name)),
        errorish: (outer?.errorish ?? context.errorish) || field?.isError === true,
        start: at,
        kept: [],
        arrays: null,
        echoes: null,
        bytes: isArray,
      });
    },
    scalar: (key, value) => {
      const frame = stack.at(-1);
      const field = key === null ? undefined : fieldOfKey(search, view, key);
      const name = field === undefined ? (frame?.name ?? context.name) : field.name;
      if (key !== null && frame?.rule !== undefined) findSecretName(search, view, key, name, frame.rule);
      const outerRule = frame === undefined ? context.rule : (frame.rule ?? (key === null ? context.rule : undefined));
      const isAddress = (field === undefined ? isAddressName(name) : field.isAddress) && !search.policy.keepIpAddresses;
      if (field?.rule !== undefined || outerRule !== undefined || isAddress) {
        judgeScalar(frame, field, name, value, isAddress);
      }
      if (frame !== undefined && (frame.isArray || field?.mattersToSiblings === true))
        keep(frame, field === undefined ? "" : name, value);
      if (value.quoted) collectWord(value);
      if (key?.escaped === true) descend(scalarView(view, key), { formats: true, name: "" });
      else if (key !== null && field?.isWorthReading === true) {
        descend(scalarView(view, key), { formats: false, name: "" });
      }
      if (!value.quoted) return;
      if (value.escaped) {
        const inner = scalarView(view, value);
        if (inner.text.length >= 6) descend(inner, { formats: true, name });
      } else if (value.end - value.start >= 6) {
        const interest = interestOf(view.text, value.start, value.end);
        if (interest.isWorthReading && interest.rules !== "nothing")
          descend(scalarView(view, value), { formats: false, name });
      }
    },
    close: () => {
      const frame = stack.pop();
      if (frame === undefined) return;
      const outer = stack.at(-1);
      if (outer !== undefined && frame.isArray) {
        outer.arrays ??= new Map();
        outer.arrays.set(frame.name.toLowerCase(), frame.kept);
      } else if (outer !== undefined) {
        const echoed = frame.kept.filter(isEcho);
        if (echoed.length > 0) outer.echoes = [...(outer.echoes ?? []), ...echoed].slice(0, MAX_ECHOES);
      }
      findBySiblings(search, view, frame, context.field);
    },
  };
  const end = walkJson(view.text, from, visitor);
  flushWords();
  return end;
}
