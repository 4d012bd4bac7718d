import { isAddressName } from "../names/secret-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import { interestOf } from "./interest.ts";
import { isErrorName } from "./json-frame.ts";
import { mattersToSiblings } from "./json-siblings.ts";
import { judgeField } from "./judge.ts";
import type { ProviderRules, Search } from "./search.ts";
import type { RedactionPolicy } from "../policy.ts";

/** What the name of a member says, whatever its value. */
export type Field = {
  readonly name: string;
  readonly rule: NameRule | undefined;
  readonly isAddress: boolean;
  readonly isError: boolean;
  readonly mattersToSiblings: boolean;
  /** Long enough and of such characters that it may hold something itself. */
  readonly isWorthReading: boolean;
};

/** The same few names come back thousands of times in one body, and in the next one. */
type Fields = {
  readonly policy: RedactionPolicy;
  readonly byName: Map<string, Field>;
  readonly recent: (Field | undefined)[];
};

const fieldsOf = new WeakMap<ProviderRules, Fields>();
const MAX_FIELDS = 4000;
const LONGEST = 80;
const RECENT = 512;

function knownFields({ rules, policy }: Search): Fields {
  let fields = fieldsOf.get(rules);
  if (fields === undefined || fields.policy !== policy || fields.byName.size > MAX_FIELDS) {
    fields = { policy, byName: new Map(), recent: Array.from({ length: RECENT }, () => undefined) };
    fieldsOf.set(rules, fields);
  }
  return fields;
}

function judged(search: Search, name: string): Field {
  return {
    name,
    rule: judgeField(search, name),
    isAddress: isAddressName(name),
    isError: isErrorName(name),
    mattersToSiblings: mattersToSiblings(name),
    isWorthReading: name.length >= 16 && interestOf(name, 0, name.length).isWorthReading,
  };
}

/** What the name of a member says. */
export function fieldOf(search: Search, name: string): Field {
  if (name.length > LONGEST) return judged(search, name);
  const { byName } = knownFields(search);
  let field = byName.get(name);
  if (field === undefined) {
    field = judged(search, name);
    byName.set(name, field);
  }
  return field;
}

/** The same for the name that stands in `text[start, end)`; names seen lately are known without being cut out. */
export function fieldAt(search: Search, text: string, start: number, end: number): Field {
  const length = end - start;
  if (length === 0 || length > LONGEST) return fieldOf(search, text.slice(start, end));
  const { recent } = knownFields(search);
  const middle = text.charCodeAt(start + (length >> 1));
  const slot = (length * 31 + text.charCodeAt(start) * 7 + middle * 13 + text.charCodeAt(end - 1) * 3) & (RECENT - 1);
  const known = recent[slot];
  if (known !== undefined && known.name.length === length && text.startsWith(known.name, start)) return known;
  const field = fieldOf(search, text.slice(start, end));
  recent[slot] = field;
  return field;
}
