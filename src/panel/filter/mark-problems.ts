import type { Filter } from "../../timeline/filter.ts";

/** A run of the filter text; `problem` where its word is ignored. */
export type MarkedRun = { readonly text: string; readonly problem: string | null };

/** Cuts the text of a filter at its invalid words. The runs put together are the text, whatever the problems say. */
export function markProblems(text: string, problems: Filter["problems"]): readonly MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const { start, end, problem } of problems) {
    if (start < at || end > text.length) continue;
    if (start > at) runs.push({ text: text.slice(at, start), problem: null });
    runs.push({ text: text.slice(start, end), problem });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), problem: null });
  return runs;
}
