import type { Mark, Segment } from "../../redact/mark.ts";
import { HIDDEN_CHARACTERS } from "../visible.ts";

/** Neighbouring texts as one, so that a word has no empty seams. Halves of surrogate pairs are sent as U+FFFD, as browsers do. */
export function joined(segments: readonly Segment[]): readonly Segment[] {
  const whole: (string | Mark)[] = [];
  for (const segment of segments) {
    const last = whole.at(-1);
    if (typeof segment === "string" && typeof last === "string") whole[whole.length - 1] = last + segment;
    else if (segment !== "") whole.push(segment);
  }
  return whole.map((segment) => (typeof segment === "string" ? segment.replace(/\p{Cs}/gu, "\ufffd") : segment));
}

/** NUL ends an argument on every system. */
export function holdsNul(segments: readonly Segment[]): boolean {
  return segments.some((segment) => typeof segment === "string" && segment.includes("\u0000"));
}

/**
 * Text in turns: what may be typed as it is, then what may not, and so on; empty turns are left out. What may not is all
 * that Unicode counts as "other" and all that nobody sees. Private use belongs to it: ZLE, the line editor of zsh, keeps
 * single bytes as U+E000 to U+E0FF, and reads U+E027 in what is pasted as a quote (ZSH_INVALID_WCHAR_BASE in its Src/Zle/zle.h).
 */
export function typedAndHidden(text: string): readonly { readonly text: string; readonly hidden: boolean }[] {
  return text
    .split(/((?:(?!\n)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}])+)/u)
    .map((turn, index) => ({ text: turn, hidden: index % 2 === 1 }))
    .filter((turn) => turn.text !== "");
}

/**
 * Letters, digits and the punctuation that no shell reads as anything else. zsh takes "#" at its prompt for the name of
 * a command (INTERACTIVE_COMMENTS is off by default, zshoptions(1)) and parses the rest of the line. An equals sign
 * has a meaning at the beginning of a word (EQUALS, zshexpn(1)), and none between letters.
 */
export function harmlessWords(text: string): string {
  return text
    .replace(HIDDEN_CHARACTERS, " ")
    .replaceAll("'", "\u2019")
    .replace(/(?!(?<=[\p{L}\p{N}])=[\p{L}\p{N}])[^\p{L}\p{N} .,:_/\u2019\u00ab\u00bb-]/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}
