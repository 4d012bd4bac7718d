import { splitName } from "../names/split-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import { isKeyLike } from "../values/shapes.ts";
import type { Scalar } from "./json-walk.ts";

/** A member or item whose value is a scalar, kept until its container closes: some rules need to see the siblings. */
export type Kept = { readonly name: string; readonly value: Scalar };

/** One open object or array. */
export type Frame = {
  readonly isArray: boolean;
  /** The name it stands under; arrays pass it on to their items. */
  readonly name: string;
  /** Set where it stands under a secret name. */
  readonly rule: NameRule | undefined;
  readonly errorish: boolean;
  readonly start: number;
  readonly kept: Kept[];
  /** Scalar items of arrays that stood directly in this object, by name. */
  arrays: Map<string, readonly Kept[]> | null;
  /** Inputs that a nested object of details echoes: this object may name the field they belong to. */
  echoes: Kept[] | null;
  /** Still possibly a key written as an array of bytes. */
  bytes: boolean;
};

/** Members beyond this are judged by their own name only. */
export const MAX_KEPT = 4096;

/** Inputs taken over from nested objects. */
export const MAX_ECHOES = 20;

/** Last words of members that describe a secret rather than hold it: a token's id, name, status, a schema's type. */
const DESCRIPTIVE: ReadonlySet<string> = new Set(
  "id ids name names type types symbol address addresses decimals supply status state kind label title description format length required optional enum pattern message code error reason field param path location in scheme scopes scope prefix created updated expires expiry exp iat nbf at on date time timestamp ttl seconds count total limit remaining enabled disabled active valid revoked verified version algorithm alg kty use kid policy rules rule url uri href docs network chain standard owner holder price amount balance value_type issuer iss audience aud subject sub role roles method hint example min max minimum maximum strength score icon logo image mode domain site samesite only secure size".split(
    " ",
  ),
);

/** Members that hold the secret itself where their container's name is ambiguous ("token": { "value": … }). */
const HOLDERS: ReadonlySet<string> = new Set(
  "value raw token access refresh secret key jwt bearer data content string text plain hash encoded".split(" "),
);

/** The rule of a container for one of its members that has none of its own. */
export function inherited(rule: NameRule | undefined, name: string, value: string): NameRule | undefined {
  if (rule === undefined) return undefined;
  const last = splitName(name).at(-1) ?? "";
  // Unlike that of a token or a key, the id of a session is what opens it.
  if (rule.kind === "session" && last === "id") return { kind: "session", grade: "named" };
  if (DESCRIPTIVE.has(last)) return undefined;
  if (rule.grade === "any" || HOLDERS.has(last)) return rule;
  return isKeyLike(value, 16) ? rule : undefined;
}

/** Whether a nested container keeps the rule of the one around it. */
export function passesOn(rule: NameRule | undefined, name: string): NameRule | undefined {
  return DESCRIPTIVE.has(splitName(name).at(-1) ?? "") ? undefined : rule;
}

const ERROR_WORDS: ReadonlySet<string> = new Set(
  "error errors detail details violation violations issue issues validation problem problems fields messages message invalid warnings fault reasons".split(
    " ",
  ),
);

/** Whether a container's name says that it explains an error. */
export function isErrorName(name: string): boolean {
  return splitName(name).some((word) => ERROR_WORDS.has(word));
}
