import fc from "fast-check";

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

/** Every C0 and C1 character and DEL, what reorders text, and what nobody sees. */
export const HIDDEN: readonly string[] = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  "\u00ad",
  "\u034f",
  "\u061c",
  "\u115f",
  "\u17b4",
  "\u180e",
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202e),
  ...range(0x2060, 0x206f),
  "\u3164",
  ...range(0xfe00, 0xfe0f),
  "\ufeff",
  "\uffa0",
  "\ufff9",
  ...range(0xe0000, 0xe007f),
  "\u{e0100}",
];

/** What terminals act on: the end of a bracketed paste, an interrupt, an erased line, an editor's keys. */
const KEYS = [
  "\u001b[201~",
  "\u001b[200~",
  "\u0003",
  "\u0004",
  "\u0015",
  "\u0016",
  "\u001a",
  "\u001c",
  "\r",
  "\r\n",
  "\n",
  "\t\t",
  "\u0018\u0005",
  "\u001b\u0005",
  "\u009b201~",
  "\u0085",
  // Bytes to the line editor of zsh: a quote, a line feed, an interrupt.
  "\ue027; touch PWNED; \ue027",
  "\ue00a",
  "\ue003",
];

/** What shells act on. `PWNED` is the file that a command out of the recorded text would make. */
const SHELL_WORDS = [
  "'",
  '"',
  "`",
  "$(touch PWNED)",
  "`touch PWNED`",
  "; touch PWNED; ",
  "\ntouch PWNED\n",
  "| touch PWNED",
  "&& touch PWNED #",
  ">PWNED",
  "$HOME",
  "${IFS}",
  "\\",
  "\\\n",
  "!",
  "!!",
  "!touch",
  "^a^touch PWNED^",
  "\r\n^",
  "\n!!",
  "\n!-1",
  "'\"'\"'",
  "'\\''",
  "#",
  "%PATH%",
  "%s%n%d",
  "%",
  "^",
  "&calc",
  "\u2019",
  "\u201c",
  "\uff02",
  "\u00a5",
  "-oX",
  "-",
  "@/etc/passwd",
  " ",
  "\u00e9\u0301",
  "\u{1f600}",
  "\u2764\ufe0f",
  "\ud800",
  "a".repeat(1200),
  "it's ".repeat(300),
];

/** Text of a page or a server that wants out of the quotes, or out of the terminal. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HIDDEN),
      fc.constantFrom(...KEYS),
      fc.constantFrom(...SHELL_WORDS),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(""));

/** Text as a browser sends it: halves of surrogate pairs are U+FFFD (USVString, Web IDL). */
export function sent(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
