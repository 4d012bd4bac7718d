import { findScatteredPhrases, mnemonicIndex, type WordValue } from "../formats/mnemonic.ts";
import { isAddressName } from "../names/secret-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import type { View } from "../views/view.ts";
import type { Descend } from "./descend.ts";
import { inherited, isErrorName, MAX_ECHOES, MAX_KEPT, passesOn, type Frame } from "./json-frame.ts";
import { addScalar, scalarText, scalarView } from "./json-scalar.ts";
import { findBySiblings, isEcho, mattersToSiblings } from "./json-siblings.ts";
import { walkJson, type JsonVisitor, type Scalar } from "./json-walk.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { isHighEntropy, isPublicValue } from "../values/shapes.ts";
import { add, type Search } from "./search.ts";

/**
 * Strings that can hold something worth reading further: separators, escapes, a run long enough to be encoded, or a
 * sentence with a number in it.
 */
const WORTH_READING = /[:=@%&\\<{[]|[A-Za-z0-9+/_-]{16}| \S{0,30}\d/;

export type JsonContext = {
  readonly name: string;
  readonly rule?: NameRule | undefined;
  readonly errorish: boolean;
  readonly field: string;
};

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
    findScatteredPhrases(search, view, words);
    if (words.length > 0) words = [];
  };

  const keep = (frame: Frame | undefined, name: string, value: Scalar): void => {
    if (frame === undefined || frame.kept.length >= MAX_KEPT) return;
    if (!frame.isArray && !mattersToSiblings(name)) return;
    frame.kept.push({ name, value });
    if (frame.bytes && (value.quoted || value.end - value.start > 3)) frame.bytes = false;
  };

  const visitor: JsonVisitor = {
    open: (key, isArray, at) => {
      const outer = stack.at(-1);
      const name = key === null ? (outer?.name ?? context.name) : scalarText(view, key);
      const above = outer === undefined ? context.rule : outer.rule;
      const own = key === null ? undefined : judgeField(search, name);
      if (key !== null) findSecretName(search, view, key, name, above);
      stack.push({
        isArray,
        name,
        rule: own ?? (key === null ? above : passesOn(above, name)),
        errorish: (outer?.errorish ?? context.errorish) || (key !== null && isErrorName(name)),
        start: at,
        kept: [],
        arrays: null,
        echoes: null,
        bytes: isArray,
      });
    },
    scalar: (key, value) => {
      const frame = stack.at(-1);
      const name = key === null ? (frame?.name ?? context.name) : scalarText(view, key);
      const text = scalarText(view, value);
      const own = key === null ? undefined : judgeField(search, name);
      if (key !== null) findSecretName(search, view, key, name, frame?.rule);
      const rule = own ?? (key === null ? (frame?.rule ?? context.rule) : inherited(frame?.rule, name, text));
      const errorish = (frame?.errorish ?? context.errorish) || frame?.isArray === true;
      if (rule !== undefined && isSecretValue(search, rule, text, { quoted: value.quoted, errorish })) {
        // Arrays of bytes are cut as a whole when they close.
        if (value.quoted || frame?.isArray !== true) addScalar(search, view, value, rule);
      } else if (
        /^[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,42}$/.test(text) &&
        isAddressName(name) &&
        !search.policy.keepIpAddresses
      ) {
        add(search, view, value.start, value.end, { kind: "ip", rule: "name" });
      }
      keep(frame, key === null ? "" : name, value);
      const index = value.quoted && text.length <= 8 ? mnemonicIndex(text) : undefined;
      if (index !== undefined) words.push({ start: value.start, end: value.end, index });
      else if (value.quoted) flushWords();
      if (key?.escaped === true) descend(scalarView(view, key), { formats: true, name: "" });
      else if (key !== null && name.length >= 16 && WORTH_READING.test(name)) {
        descend(scalarView(view, key), { formats: false, name: "" });
      }
      if (value.quoted && text.length >= 6 && (value.escaped || WORTH_READING.test(text))) {
        descend(scalarView(view, value), { formats: value.escaped, name });
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
