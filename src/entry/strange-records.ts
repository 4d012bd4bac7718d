import type { Body, BodyAbsence, EpochMs } from "../exchange/exchange.ts";
import { type FeedRecord, recordOf } from "../exchange/feed.ts";
import type { PlaygroundState } from "./playground-states.ts";

const REASONS: readonly BodyAbsence[] = [
  "cors-blocked",
  "no-response",
  "navigated",
  "not-given",
  "refused",
  "failed",
  "timed-out",
  "over-limit",
];

/** Copies of a recorded failure whose body is missing for each reason, or cut; or an entry that could not be read. */
export function strangeRecords(
  kind: PlaygroundState["strange"],
  calls: readonly FeedRecord[],
  now: EpochMs,
): readonly FeedRecord[] {
  const sequence = calls.length;
  if (kind === "unreadable")
    return [{ kind: "unreadable", sequence, at: now - 500, problem: "The entry's request has no URL." }];
  const failure = calls.find((record) => record.kind === "exchange" && record.read().response.status >= 400);
  if (kind === "none" || failure?.kind !== "exchange") return [];
  const exchange = failure.read();
  const text = exchange.response.body.kind === "text" ? exchange.response.body.text : "";
  const bodies: readonly Body[] = [
    ...REASONS.map((reason): Body => ({ kind: "unavailable", reason })),
    { kind: "text", text: text.slice(0, 40), truncated: { by: "browser", totalBytes: 2_000_000 } },
    { kind: "text", text: text.slice(0, 40), truncated: { by: "faultline" } },
    { kind: "text", text: text.slice(0, 40), truncated: { by: "network" } },
  ];
  return bodies.map((body, index) =>
    recordOf(sequence + index, {
      ...exchange,
      id: `strange-${index}`,
      startedAt: now - (bodies.length - index) * 100,
      response: { ...exchange.response, body },
    }),
  );
}
