import type { LaneAttempt } from "../../timeline/attempts.ts";
import { AttemptLane } from "../attempts/attempt-lane.tsx";
import { formatDuration } from "../words/format-amount.ts";
import { formatTimeOfDay } from "../words/format-instant.ts";
import { usePresent } from "../preview/presentation.ts";
import { text } from "../text/text.ts";

type Props = {
  readonly attempts: readonly LaneAttempt[];
  /** The event whose details are open. */
  readonly current: string;
  readonly onOpen: (id: string) => void;
};

/** The same call, each time it was sent: how long the page waited in between, and whether it waited long enough. */
export function AttemptsTab({ attempts, current, onOpen }: Props) {
  const present = usePresent();
  return (
    <>
      {attempts.length < 2 && <p class="quiet">{text("attemptsOne")}</p>}
      <AttemptLane attempts={attempts} current={current} />
      <table class="attempts">
        <caption class="spoken">{text("attemptsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("attemptsSent")}</th>
            <th scope="col">{text("attemptsStatus")}</th>
            <th scope="col">{text("attemptsCode")}</th>
            <th scope="col">{text("attemptsAfter")}</th>
            <th scope="col">{text("attemptsAsked")}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.id} aria-current={attempt.id === current ? "true" : undefined}>
              <th scope="row">
                <button type="button" class="attempt-link" onClick={() => onOpen(attempt.id)}>
                  {formatTimeOfDay(attempt.startedAt)}
                </button>
              </th>
              <td>{attempt.status === 0 ? text("attemptsNone") : attempt.status}</td>
              <td>
                {attempt.code === null
                  ? attempt.failed
                    ? ""
                    : text("attemptsSucceeded")
                  : present(attempt.code, { kind: "text" })}
              </td>
              <td>
                {attempt.gapMs === null ? text("attemptsFirst") : formatDuration(attempt.gapMs)}
                {attempt.earlyMs > 0 && (
                  <strong class="attempt-early"> {text("attemptsEarly", formatDuration(attempt.earlyMs))}</strong>
                )}
              </td>
              <td>
                {attempt.statedWait === null ? "" : formatDuration(attempt.statedWait.until - attempt.receivedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
