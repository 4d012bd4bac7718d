import { isGenerated } from "../values/generated.ts";
import { matchesOf } from "../views/matches.ts";
import { isChainAddress, isKeyLike, isUuid } from "../values/shapes.ts";
import type { View } from "../views/view.ts";
import type { Frame, Kept } from "./json-frame.ts";
import { addScalar, scalarText } from "./json-scalar.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

const NAME_MEMBERS: ReadonlySet<string> = new Set(
  "name key header headername header_name field fieldname param parameter property attribute k n label variable".split(
    " ",
  ),
);
const VALUE_MEMBERS: ReadonlySet<string> = new Set(
  "value val v values content data headervalue header_value string stringvalue string_value".split(" "),
);
/** What an error calls the offending field, and what it calls the input it echoes. */
const FIELD_MEMBERS: ReadonlySet<string> = new Set(
  "field param parameter path property pointer loc location name".split(" "),
);
const ECHO_MEMBERS: ReadonlySet<string> = new Set(
  "provided received value input actual given got rejectedvalue rejected_value rejected invalidvalue invalid_value".split(
    " ",
  ),
);
const JWK_PRIVATE: ReadonlySet<string> = new Set(["d", "p", "q", "dp", "dq", "qi", "k", "oth"]);
const KEYSTORE_PRIVATE: ReadonlySet<string> = new Set(["ciphertext", "mac", "salt", "iv"]);
const CODE_COMPANIONS: ReadonlySet<string> = new Set(
  "grant_type code_verifier redirect_uri client_id state email phone username login method mfa_token challenge_id".split(
    " ",
  ),
);
const SECRET_METHODS =
  /^(?:personal_|importprivkey$|walletpassphrase|encryptwallet$|signrawtransactionwithkey$|account_import)/;
const HEADER_NAMES = /^(?:(?:proxy-|x-forwarded-)?authorization|(?:set-)?cookie|[A-Za-z]+(?:-[A-Za-z]+){1,5}|apikey)$/i;

const RELEVANT: ReadonlySet<string> = new Set([
  ...NAME_MEMBERS,
  ...VALUE_MEMBERS,
  ...FIELD_MEMBERS,
  ...ECHO_MEMBERS,
  ...JWK_PRIVATE,
  ...KEYSTORE_PRIVATE,
  ...CODE_COMPANIONS,
  "kty",
  "cipher",
  "kdf",
  "code",
  "kind",
  "type",
  "id",
]);

/** Whether a rule over siblings asks for a member of this name; all others need not be kept. */
export function mattersToSiblings(name: string): boolean {
  return name.length <= 16 && RELEVANT.has(name.toLowerCase());
}

function isOneOf(names: ReadonlySet<string>, kept: Kept): boolean {
  return names.has(kept.name.toLowerCase());
}

/** Whether a member's name says that it repeats what was sent. */
export function isEcho(kept: Kept): boolean {
  return isOneOf(ECHO_MEMBERS, kept);
}

/** `{ "name": "X-Api-Key", "value": "…" }` and an error's `{ "field": "password", "provided": "…" }`. */
function findNamedPairs(search: Search, view: View, frame: Frame, field: string): void {
  const values = [
    ...frame.kept.filter((kept) => isOneOf(VALUE_MEMBERS, kept) || isEcho(kept)),
    ...(frame.echoes ?? []),
  ];
  if (values.length === 0) return;
  const names = frame.kept.filter(
    (kept) => kept.value.quoted && (isOneOf(NAME_MEMBERS, kept) || isOneOf(FIELD_MEMBERS, kept)),
  );
  const texts = names.map((kept) => scalarText(view, kept.value));
  if (field !== "") texts.push(field);
  for (const [name, items] of frame.arrays ?? []) {
    const last = FIELD_MEMBERS.has(name) ? items.at(-1) : undefined;
    if (last !== undefined) texts.push(scalarText(view, last.value));
  }
  for (const text of texts) {
    const rule = text.length <= 120 ? judgeField(search, text) : undefined;
    if (rule === undefined) continue;
    for (const { value } of values) {
      if (isSecretValue(search, rule, scalarText(view, value), { quoted: value.quoted, errorish: frame.errorish })) {
        addScalar(search, view, value, rule);
      }
    }
  }
}

function addAll(search: Search, view: View, members: readonly Kept[], kind: string): void {
  for (const { value } of members) {
    if (isChainAddress(scalarText(view, value))) continue;
    add(search, view, value.start, value.end, {
      kind,
      rule: "name",
      bare: !value.quoted,
      value: scalarText(view, value),
    });
  }
}

/** Private members of JSON Web Keys (RFC 7518 section 6) and of Ethereum keystore files. */
function findKeyObjects(search: Search, view: View, frame: Frame): void {
  const has = (name: string): boolean => frame.kept.some((kept) => kept.name === name);
  if (has("kty"))
    addAll(
      search,
      view,
      frame.kept.filter((kept) => JWK_PRIVATE.has(kept.name)),
      "private-key",
    );
  if (frame.kept.some((kept) => kept.name === "ciphertext") && (has("mac") || has("cipher") || has("kdf"))) {
    addAll(
      search,
      view,
      frame.kept.filter((kept) => KEYSTORE_PRIVATE.has(kept.name)),
      "private-key",
    );
  }
}

/** A one-time or authorization code beside what makes it one; "code" alone is an error's. */
function findCodes(search: Search, view: View, frame: Frame): void {
  const code = frame.kept.find((kept) => kept.name === "code" && kept.value.quoted);
  if (code === undefined || !frame.kept.some((kept) => CODE_COMPANIONS.has(kept.name.toLowerCase()))) return;
  const text = scalarText(view, code.value);
  if (/^\d{4,8}$/.test(text) || isKeyLike(text, 8)) {
    add(search, view, code.value.start, code.value.end, { kind: "code", rule: "name", value: text });
  }
}

/** What a sibling calls an object that holds a secret: Kubernetes' kind, a parameter store's type, JSON:API's type. */
const SECRET_TYPE =
  /^(?:secure_?string|secrets?|password|credentials?|opaque|(?:access|api|refresh|personal|auth|session|bearer)[ _-]?(?:token|key)s?|tokens?)$/i;
const STRONG_TYPE = /secure_?string|secret|password|credential|opaque/i;
const MEMBER = /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}"([^"\\\n]{8,4000})"/g;
/** Names in such an object that are no secret. */
const NAMES_OF_IT =
  /(?:^|[_.-])(?:id|ids|name|names|type|kind|namespace|uid|version|arn|created|updated|expires|description|label|url|href|self|status|at|created_?at|updated_?at|expires_?at|lastmodifieddate|datatype|apiversion|region|algorithm|email|user|username)$/i;
const LONGEST_OBJECT = 20_000;

/** All generated values of an object whose "kind" or "type" says that it is a secret. */
function findInSecretObject(search: Search, view: View, frame: Frame): void {
  const type = frame.kept.find(({ name, value }) => value.quoted && /^(?:kind|type)$/i.test(name));
  if (type === undefined) return;
  const said = scalarText(view, type.value);
  if (!SECRET_TYPE.test(said)) return;
  const { text } = view;
  const end = closingOf(text, frame.start);
  const isStrong = STRONG_TYPE.test(said);
  for (const match of matchesOf(MEMBER, text.slice(frame.start, end))) {
    const [whole, name = "", value = ""] = match;
    if (NAMES_OF_IT.test(name) || value === said) continue;
    const isValue = isStrong ? isKeyLike(value, 8) || /[^\w .-]/.test(value) : isGenerated(value, 20);
    if (!isValue || !isSecretValue(search, { kind: "secret", grade: "any" }, value, { quoted: true, errorish: true }))
      continue;
    const stop = frame.start + match.index + whole.length - 1;
    add(search, view, stop - value.length, stop, { kind: "secret", rule: "name", value });
  }
}

/** Where the object that starts at `start` ends, or where it is too long to be read. */
function closingOf(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_OBJECT);
  let depth = 0;
  let isQuoted = false;
  for (let index = start; index < limit; index++) {
    const character = text.charAt(index);
    if (isQuoted && character === "\\") index += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "{" || character === "[")) depth += 1;
    else if (!isQuoted && (character === "}" || character === "]") && --depth <= 0) return index + 1;
  }
  return limit;
}

/** Keystone's `{ "token": { "id": "gAAAA…" } }`: the id of a token that is no id of an object. */
function findIdOfCredential(search: Search, view: View, frame: Frame): void {
  if (frame.rule === undefined || !OPENS.has(frame.rule.kind)) return;
  for (const { name, value } of frame.kept) {
    if (!value.quoted || (name !== "id" && name !== "code")) continue;
    const text = scalarText(view, value);
    if (isUuid(text) || /^[a-z]{2,6}_/.test(text) || !isGenerated(text, 24)) continue;
    add(search, view, value.start, value.end, { kind: frame.rule.kind, rule: "name", value: text });
  }
}

const OPENS: ReadonlySet<string> = new Set(["token", "api-key", "session", "secret"]);

/** JSON-RPC methods whose positional parameters are passwords and keys; addresses among them stay. */
function findSecretParams(search: Search, view: View, frame: Frame): void {
  const method = frame.kept.find((kept) => kept.name === "method" && kept.value.quoted);
  const params = frame.arrays?.get("params");
  if (method === undefined || params === undefined || !SECRET_METHODS.test(scalarText(view, method.value))) return;
  addAll(
    search,
    view,
    params.filter((kept) => kept.value.quoted),
    "password",
  );
}

/** `["Authorization", "Bearer …"]` and flat lists of header names and values. */
function findHeaderTuples(search: Search, view: View, frame: Frame): void {
  for (let index = 0; index + 1 < frame.kept.length; index++) {
    const name = frame.kept[index];
    const value = frame.kept[index + 1];
    if (name === undefined || value === undefined || !name.value.quoted || !value.value.quoted) continue;
    const nameText = scalarText(view, name.value);
    const isHeader = HEADER_NAMES.test(nameText);
    // Rows of a table: only where the name is surely one and the value surely generated.
    const isRow = frame.kept.length === 2 && /^[A-Za-z][\w.-]{2,60}$/.test(nameText);
    if (!isHeader && !isRow) continue;
    const rule = judgeField(search, nameText);
    const valueText = scalarText(view, value.value);
    // A list of names ("authorization", "x-api-key") is no list of pairs.
    if (rule === undefined || /^[A-Za-z]+(?:-[A-Za-z]+)*$/.test(valueText)) continue;
    const isValue = isSecretValue(search, rule, valueText, { quoted: true, errorish: frame.errorish });
    if (isHeader || (isValue && isKeyLike(valueText, 8))) addScalar(search, view, value.value, rule);
  }
}

/** Numbers under a secret name, and arrays of 64 bytes (a Solana key pair file), are cut as one. */
function findByteArrays(search: Search, view: View, frame: Frame): void {
  const numbers = frame.kept.filter((kept) => !kept.value.quoted && /^\d+$/.test(scalarText(view, kept.value)));
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined || numbers.length !== frame.kept.length) return;
  const isBytes = frame.bytes && numbers.every((kept) => Number(scalarText(view, kept.value)) <= 255);
  const isKey = isBytes && numbers.length === 64;
  if (!isKey && (frame.rule === undefined || frame.rule.grade !== "any" || frame.rule.kind === "personal")) return;
  add(search, view, first.value.start, last.value.end, {
    kind: isKey || isBytes ? "private-key" : (frame.rule?.kind ?? "secret"),
    rule: "name",
    bare: true,
    spreads: numbers.length >= 8,
  });
}

/** Rules that need to see a whole object or array; called when it closes. */
export function findBySiblings(search: Search, view: View, frame: Frame, field: string): void {
  if (frame.kept.length === 0 && frame.echoes === null) return;
  if (frame.isArray) {
    findHeaderTuples(search, view, frame);
    findByteArrays(search, view, frame);
    return;
  }
  findNamedPairs(search, view, frame, field);
  findKeyObjects(search, view, frame);
  findCodes(search, view, frame);
  findInSecretObject(search, view, frame);
  findIdOfCredential(search, view, frame);
  findSecretParams(search, view, frame);
}
