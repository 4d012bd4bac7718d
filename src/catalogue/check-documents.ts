import { parseJson } from "../web/json.ts";
import { checkTexts } from "./check-provider.ts";
import { jsonMistake, locateAll, type Position, repeatedMembers } from "./locate.ts";
import type { Provider } from "./provider.ts";
import { readDocuments } from "./read-documents.ts";

/** One thing to say of a text with documents. Errors keep the document at `path` from being used; hints do not. */
export type DocumentMessage = {
  readonly severity: "error" | "hint";
  /** JSON pointer into the text's value; "" for the whole of it, or where the text is no JSON. */
  readonly path: string;
  readonly text: string;
  readonly position: Position;
};

export type CheckedDocuments = {
  /** Usable documents, whole: extensions are carried out. */
  readonly providers: readonly Provider[];
  /** In the order of the text, errors and hints mixed. */
  readonly messages: readonly DocumentMessage[];
};

/** A megabyte: thirty times the largest document that ships. */
export const MAX_DOCUMENT_CHARACTERS = 1_000_000;
const MAX_HINTS = 100;

/**
 * Checks the JSON text of one document or a pack as `readDocuments` reads it, with every message at its line and column.
 * Hints are what the built-in documents have to meet besides the schema, but for samples. Never throws; a few
 * passes over the text, however many messages there are.
 */
export function checkDocuments(jsonText: string, builtIn: readonly Provider[]): CheckedDocuments {
  const start = { offset: 0, line: 1, column: 1 };
  if (jsonText.length > MAX_DOCUMENT_CHARACTERS) {
    const text = `Documents are at most ${MAX_DOCUMENT_CHARACTERS} characters long; this is ${jsonText.length}.`;
    return { providers: [], messages: [{ severity: "error", path: "", text, position: start }] };
  }
  const mistake = jsonMistake(jsonText);
  if (mistake !== undefined) {
    const { message: text, position } = mistake;
    return { providers: [], messages: [{ severity: "error", path: "", text, position }] };
  }
  const value = parseJson(jsonText);
  const { providers, problems } = readDocuments(value, builtIn);
  const twice = "This member stands here twice; only the last counts.";
  const messages = [
    ...placed(
      jsonText,
      problems.map(({ path, message }) => ({ severity: "error", path, text: message })),
    ),
    ...repeatedMembers(jsonText).map((member) => ({ severity: "error", text: twice, ...member }) as const),
    ...placed(jsonText, hints(value, providers)),
  ];
  return { providers, messages: messages.toSorted((one, other) => one.position.offset - other.position.offset) };
}

type Unplaced = Omit<DocumentMessage, "position">;

function placed(jsonText: string, messages: readonly Unplaced[]): readonly DocumentMessage[] {
  const positions = locateAll(
    jsonText,
    messages.map(({ path }) => path),
  );
  return messages.flatMap((message, index) => {
    const position = positions[index];
    return position === undefined ? [] : [{ ...message, position }];
  });
}

function hints(value: unknown, providers: readonly Provider[]): readonly Unplaced[] {
  const found = providers.flatMap((provider) => {
    const at = placeOf(value, provider.id);
    // An extension's own parts are shown; what it takes over from its base is not the user's to put right.
    if (at === undefined) return [];
    return checkTexts(provider).map(({ path, actual, expected, tip }): Unplaced => {
      return { severity: "hint", path: at + path, text: `${actual}: expected ${expected}. ${tip}` };
    });
  });
  return found.slice(0, MAX_HINTS);
}

/** Where the whole document with this id stands in the value; undefined for extensions. */
function placeOf(value: unknown, id: string): string | undefined {
  const isItem = (item: unknown): boolean =>
    typeof item === "object" && item !== null && Reflect.get(item, "id") === id && !Object.hasOwn(item, "extends");
  if (isItem(value)) return "";
  const packed: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "providers") : undefined;
  const [list, front] = Array.isArray(value) ? [value as unknown[], ""] : [packed, "/providers"];
  const index = Array.isArray(list) ? list.findIndex(isItem) : -1;
  return index === -1 ? undefined : `${front}/${index}`;
}
