import type { CodeEntry } from "./provider.ts";

/** Stands where somebody who knows the API has to write. */
export const NOT_WRITTEN = "What this means is not written down yet.";
export const RETRY_OPEN = "Whether and when to retry is not written down yet.";

/** The texts of a code of which nothing but its name is known. */
export function blankEntry(code: string): Pick<CodeEntry, "title" | "meaning" | "causes" | "fixes"> {
  return { title: titleOfCode(code), meaning: NOT_WRITTEN, causes: [], fixes: [] };
}

/** "RATE_LIMITED" as "Rate limited", "cardDeclined" as "Card declined": a first title, never the code again. */
function titleOfCode(code: string): string {
  const words = code
    .slice(0, 80)
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .toLowerCase();
  const title = /[a-z]/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : `Error ${words}`.trim();
  return title.slice(0, 60);
}
