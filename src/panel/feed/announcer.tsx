import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { type EpochMs, receivedAt } from "../../exchange/exchange.ts";
import { type EventRow, type Row, rowOf } from "../../timeline/row.ts";
import type { Timeline } from "../../timeline/timeline.ts";
import { formatCount } from "../words/format-amount.ts";
import { HIDDEN, usePresentRow } from "../preview/presentation.ts";
import { panelWords } from "../words/english/panel.ts";

/** A burst of errors is told of in one sentence, and the next one not before this has passed. */
const QUIET_MS = 3_000;
/** New calls stand at the end of the timeline, or near it. */
const REACH = 200;

type Props = {
  readonly timeline: ReadonlySignal<Timeline>;
  /** Errors from before are not news. */
  readonly since: EpochMs;
};

/** Tells screen readers of each new error once. Nothing else that changes by itself is said aloud. */
export function Announcer({ timeline, since }: Props) {
  const [words, setWords] = useState("");
  const told = useRef(new Set<string>()).current;
  const waiting = useRef<EventRow[]>([]).current;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const presentRow = usePresentRow("line");
  const { items } = timeline.value;

  const tell = (): void => {
    timer.current = undefined;
    const recorded = waiting.at(-1);
    if (recorded === undefined) return;
    const latest = presentRow(recorded);
    setWords(
      waiting.length === 1
        ? panelWords.announceError(describe(latest))
        : panelWords.announceErrors(formatCount(waiting.length), describe(latest)),
    );
    waiting.length = 0;
    timer.current = setTimeout(tell, QUIET_MS);
  };
  useEffect(() => {
    for (const item of items.slice(-REACH)) {
      if (item.kind !== "event" || told.has(item.id) || receivedAt(item.event.exchange) < since) continue;
      const row = rowOf(item);
      if (!row.isError) continue;
      told.add(item.id);
      waiting.push(row);
    }
    if (timer.current === undefined) tell();
  }, [timeline.value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div class="spoken" role="log" aria-live="polite">
      {words}
    </div>
  );
}

/** Undefined for a row that must not be told of yet. */
function describe(row: Row | undefined): string {
  if (row?.kind !== "event") return HIDDEN;
  return `${row.statusText} ${row.code ?? row.title}, ${row.method} ${row.path}`;
}
