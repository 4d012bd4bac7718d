import type { LaneAttempt } from "../../timeline/attempts.ts";
import { formatDuration } from "../format-amount.ts";
import { formatTimeOfDay } from "../format-instant.ts";
import "./attempts-tab.css";

type Props = {
  readonly attempts: readonly LaneAttempt[];
  /** The event whose details are open. */
  readonly current: string;
  readonly onOpen: (id: string) => void;
};

/** The same call, each time it was sent: how long the page waited in between, and whether it waited long enough. */
export function AttemptsTab({ attempts, current, onOpen }: Props) {
  return (
    <table class="attempts">
      <caption class="spoken">Attempts of this call, oldest first</caption>
      <thead>
        <tr>
          <th scope="col">Sent at</th>
          <th scope="col">Status</th>
          <th scope="col">Code</th>
          <th scope="col">Sent after</th>
          <th scope="col">Asked to wait</th>
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
            <td>{attempt.status === 0 ? "none" : attempt.status}</td>
            <td>{attempt.code ?? (attempt.failed ? "" : "succeeded")}</td>
            <td>
              {attempt.gapMs === null ? "first" : formatDuration(attempt.gapMs)}
              {attempt.earlyMs > 0 && (
                <strong class="attempt-early"> {formatDuration(attempt.earlyMs)} too early</strong>
              )}
            </td>
            <td>{attempt.statedWait === null ? "" : formatDuration(attempt.statedWait.until - attempt.receivedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
