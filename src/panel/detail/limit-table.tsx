import type { EpochMs } from "../../exchange/exchange.ts";
import type { Provenance, RateLimit, Sourced } from "../../timing/rate-limit.ts";
import { Countdown } from "../controls/advice-chip.tsx";
import type { Clock } from "../feed/clock.ts";
import { formatCount, formatDuration } from "../words/format-amount.ts";
import { formatMoment } from "../words/format-instant.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly rateLimit: RateLimit;
  /** False for a daily or monthly allowance, which no short countdown may stand beside. */
  readonly countsDown: boolean;
  readonly clock: Clock;
};

/** Each window this response speaks of, and the header or body text every number was read from. */
export function LimitTable({ rateLimit, countsDown, clock }: Props) {
  return (
    <>
      <table class="limits">
        <thead>
          <tr>
            <th scope="col">{detailWords.limitWindow}</th>
            <th scope="col">{detailWords.limitRemaining}</th>
            <th scope="col">{detailWords.limitLimit}</th>
            <th scope="col">{detailWords.limitResets}</th>
          </tr>
        </thead>
        <tbody>
          {rateLimit.windows.map((window) => (
            <tr key={window.name}>
              <th scope="row">{window.name === "" ? detailWords.limitRequests : window.name}</th>
              <td>
                <Amount amount={window.remaining} />
              </td>
              <td>
                <Amount amount={window.limit} />
              </td>
              <td>
                <Reset at={window.resetAt} countsDown={countsDown} clock={clock} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rateLimit.stale && <p class="quiet">{detailWords.limitStale}</p>}
      {rateLimit.skewMs !== null && Math.abs(rateLimit.skewMs) >= NOTABLE_SKEW_MS && (
        <p class="quiet">
          {(rateLimit.skewMs > 0 ? detailWords.limitAhead : detailWords.limitBehind)(
            formatDuration(Math.abs(rateLimit.skewMs)),
          )}
        </p>
      )}
    </>
  );
}

/** Below this a difference is the Date header's whole seconds and the way through the network. */
const NOTABLE_SKEW_MS = 2_000;

function Amount({ amount }: { readonly amount: Sourced<number> | null }) {
  if (amount === null) return <span class="quiet">{detailWords.limitUnstated}</span>;
  return <span title={describeProvenance(amount.provenance)}>{formatCount(amount.value)}</span>;
}

type ResetProps = Pick<Props, "countsDown" | "clock"> & { readonly at: Sourced<EpochMs> | null };

function Reset({ at, countsDown, clock }: ResetProps) {
  if (at === null) return <span class="quiet">{detailWords.limitUnstated}</span>;
  return (
    <span title={describeProvenance(at.provenance)}>
      {formatMoment(at.value, clock.now.value)}
      {countsDown && (
        <>
          {" ("}
          <Countdown until={at.value} clock={clock} whenOver={detailWords.advicePassed} />)
        </>
      )}
    </span>
  );
}

/** "header X-RateLimit-Reset: 1705323600 (epoch-seconds), moved by -300 s to this computer's clock" */
function describeProvenance(provenance: Provenance): string {
  const read = `${provenance.from} ${provenance.name}: ${provenance.raw} (${provenance.form})`;
  if (provenance.skewMs === 0) return read;
  return detailWords.limitMoved(read, Math.round(provenance.skewMs / 1000));
}
