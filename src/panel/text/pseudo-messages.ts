import type { Messages } from "./fill-message.ts";

const ACCENTED: Readonly<Record<string, string>> = {
  a: "á",
  c: "ç",
  e: "é",
  i: "í",
  n: "ñ",
  o: "ö",
  u: "ü",
  y: "ý",
  A: "Å",
  E: "É",
  O: "Ö",
  U: "Û",
};

/** How much longer a translation may be than the English it stands for. */
const LONGER = 0.4;

/**
 * Every message as a language without translators would have it: accented, 40 % longer and in brackets. Text that
 * appears without brackets is not from the messages, and a missing bracket is cut off.
 */
export function pseudoMessages(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, entry]) => [key, { ...entry, message: pseudo(entry.message) }]),
  );
}

function pseudo(message: string): string {
  // `$1` and its like are places for values and stay.
  const accented = message.replaceAll(/\$[1-9$]|\w/g, (part) => ACCENTED[part] ?? part);
  const padding = "one two three four five six seven ".repeat(20).slice(0, Math.ceil(message.length * LONGER));
  return `[${accented} ${padding.trim()}]`;
}
