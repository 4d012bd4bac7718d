import type { LaneAttempt } from "../../timeline/attempts.ts";
import { laneVerdict } from "../../timeline/follow-up.ts";
import { AttemptLane } from "../attempts/attempt-lane.tsx";
import { formatCount, formatDuration } from "../words/format-amount.ts";
import { formatTimeOfDay } from "../words/format-instant.ts";
import { usePresent } from "../preview/presentation.ts";
import { detailWords } from "../words/english/detail.ts";

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
      {attempts.length < 2 && <p class="quiet">{detailWords.attemptsOne}</p>}
      <Verdict attempts={attempts} />
      <AttemptLane attempts={attempts} current={current} />
      <table class="attempts">
        <caption class="spoken">{detailWords.attemptsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{detailWords.attemptsSent}</th>
            <th scope="col">{detailWords.attemptsStatus}</th>
            <th scope="col">{detailWords.attemptsCode}</th>
            <th scope="col">{detailWords.attemptsAfter}</th>
            <th scope="col">{detailWords.attemptsAsked}</th>
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
              <td>{attempt.status === 0 ? detailWords.attemptsNone : attempt.status}</td>
              <td>
                {attempt.code === null
                  ? attempt.failed
                    ? ""
                    : detailWords.attemptsSucceeded
                  : present(attempt.code, { kind: "text" })}
              </td>
              <td>
                {attempt.gapMs === null ? detailWords.attemptsFirst : formatDuration(attempt.gapMs)}
                {attempt.earlyMs > 0 && (
                  <strong class="attempt-early"> {detailWords.attemptsEarly(formatDuration(attempt.earlyMs))}</strong>
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

/** How the tries ended, and whether the client waited as long as it was asked to. */
function Verdict({ attempts }: Pick<Props, "attempts">) {
  const verdict = laneVerdict(attempts);
  if (verdict === null) return null;
  const { ended, retries, early, asked, usualWaitMs } = verdict;
  const end = ended === "recovered" ? detailWords.verdictRecovered(retries) : detailWords.verdictFailed(retries);
  const wait = usualWaitMs === null ? "" : formatDuration(usualWaitMs);
  const waits =
    asked === 0
      ? ""
      : early === 0
        ? detailWords.verdictInTime
        : detailWords.verdictEarly(formatCount(early), formatCount(asked), wait);
  return (
    <p class="attempts-verdict">
      {end} {waits}
    </p>
  );
}
