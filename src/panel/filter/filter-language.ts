import { signal } from "@preact/signals";
import { once } from "../loading/once.ts";
import type { completions, seenValues } from "../../timeline/filter/complete.ts";
import type { parseFilter } from "../../timeline/filter/parse-filter.ts";
import { EMPTY_FILTER, type Filter } from "../../timeline/filter.ts";
import { panelWords } from "../words/english/panel.ts";

/** What reads the filter's text, and what completes it. */
export type FilterLanguage = {
  readonly parseFilter: typeof parseFilter;
  readonly completions: typeof completions;
  readonly seenValues: typeof seenValues;
};

const loaded = signal<FilterLanguage | "failed" | undefined>(undefined);
const load = once(() =>
  Promise.all([import("../../timeline/filter/parse-filter.ts"), import("../../timeline/filter/complete.ts")]),
);

/**
 * Loads the filter's language, once: most panels open without a filter, and nobody types one in the first moment. Never
 * rejects; where the extension's files are gone (updated while DevTools is open), `readFilter` says so.
 */
export function loadFilterLanguage(): Promise<void> {
  return load().then(
    ([{ parseFilter }, { completions, seenValues }]) => {
      loaded.value = { parseFilter, completions, seenValues };
    },
    () => {
      loaded.value = "failed";
    },
  );
}

/** The language where it is there; undefined before. What reads this while it renders or computes is told when it comes. */
export function filterLanguage(): FilterLanguage | undefined {
  return loaded.value === "failed" ? undefined : loaded.value;
}

/**
 * The filter that a text means. Before the language is there everything passes; where it cannot be had the text is a
 * problem. Like `filterLanguage`, it is computed again when the language comes.
 */
export function readFilter(filterText: string, utcOffsetMinutes: number): Filter {
  if (filterText === "") return EMPTY_FILTER;
  const language = filterLanguage();
  if (language !== undefined) return language.parseFilter(filterText, { utcOffsetMinutes });
  const problems =
    loaded.value === "failed" ? [{ start: 0, end: filterText.length, problem: panelWords.lazyFailed }] : [];
  return { ...EMPTY_FILTER, text: filterText, problems };
}
