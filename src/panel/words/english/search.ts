import { type Value, words } from "../language.ts";

/** The words of a search with steps. */
export const searchWords = words("search", {
  searchName: "Search rows and bodies",
  searchClose: "Close the search",
  searchPrevious: "Previous match",
  searchPreviousHint: "Previous match (Shift+Enter)",
  searchNext: "Next match",
  searchNextHint: "Next match (Enter)",
  searchSoFar: (count: Value) => `${count} so far …`,
  searchNothing: "No match",
  searchFound: (count: Value) => `${count} found`,
  searchAt: (position: Value, total: Value) => `${position} of ${total}`,
});
