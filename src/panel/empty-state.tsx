import type { ComponentChildren } from "preact";
import type { Providers } from "../catalogue/provider.ts";
import type { FeedStatus } from "../exchange/feed.ts";
import { readEmptyReason } from "./empty-reason.ts";
import "./empty-state.css";
import { formatCount, formatPlural } from "./format-amount.ts";
import { formatTimeOfDaySeconds } from "./format-instant.ts";
import { UnwatchedHosts } from "./unwatched-hosts.tsx";

type Props = {
  readonly status: FeedStatus;
  readonly providers: Providers;
  /** Rows there are before the filter. */
  readonly total: number;
  readonly errorsOnly: boolean;
  readonly onClearFilter: () => void;
  readonly onRecord: () => void;
  readonly onWatch: (host: string, providerId: string) => void;
};

/** Stands where the rows would be: why there are none, what is watched, and what was seen so far. */
export function EmptyState(props: Props) {
  const { status, providers, onWatch } = props;
  const reason = readEmptyReason(status, props.total);
  return (
    <div class="empty" tabIndex={0} role="region" aria-label="Why the timeline is empty">
      <Reason {...props} />
      {reason !== "filtered" && (
        <dl class="empty-facts">
          <div>
            <dt>Watching</dt>
            <dd>
              {status.watchedHosts.length === 0
                ? "no host"
                : status.watchedHosts.map((host) => (
                    <span class="empty-host" key={host}>
                      {host}
                    </span>
                  ))}
            </dd>
          </div>
          <div>
            <dt>Seen so far</dt>
            <dd>
              {formatPlural(status.entriesSeen, "request")} since {formatTimeOfDaySeconds(status.since)},{" "}
              {formatCount(status.entriesWatched)} of them to a watched host
              {status.lastEntryAt === null ? "" : `, the last at ${formatTimeOfDaySeconds(status.lastEntryAt)}`}
            </dd>
          </div>
        </dl>
      )}
      {reason !== "filtered" && status.otherHosts.length > 0 && (
        <UnwatchedHosts hosts={status.otherHosts} providers={providers.providers} onWatch={onWatch} />
      )}
    </div>
  );
}

function Reason({ status, total, errorsOnly, onClearFilter, onRecord }: Props) {
  switch (readEmptyReason(status, total)) {
    case "filtered":
      return (
        <Message title={`None of ${formatPlural(total, "row")} passes the filter`}>
          {errorsOnly && <p>“Errors only” is on.</p>}
          <button type="button" class="button" onClick={onClearFilter}>
            Clear the filter
          </button>
        </Message>
      );
    case "paused":
      return (
        <Message title="Recording is paused">
          <p>Calls made now are not kept.</p>
          <button type="button" class="button" onClick={onRecord}>
            Start recording
          </button>
        </Message>
      );
    case "silent":
      return (
        <Message title="The page navigated, and no request was seen since">
          {status.browser === "firefox" ? (
            <>
              <p>Firefox withholds from extensions what its own Network panel hides:</p>
              <ul>
                <li>Open the Network panel and clear its text filter and type buttons.</li>
                <li>If recording is paused there, resume it.</li>
                <li>Then reload the page.</li>
              </ul>
            </>
          ) : (
            <p>If the page should have made calls by now, reload it.</p>
          )}
        </Message>
      );
    case "nothing-yet":
      return (
        <Message title="Recording: no request yet">
          <p>Use the page, or reload it to capture what happened before DevTools was opened.</p>
        </Message>
      );
    case "not-watched":
      return (
        <Message title="No call to a watched host yet">
          <p>Requests were seen, but none of them went to an API that Faultline knows.</p>
        </Message>
      );
    case "cleared":
      return (
        <Message title="Recording: the timeline was cleared">
          <p>New calls to the watched hosts will appear here.</p>
        </Message>
      );
  }
}

function Message({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <>
      <h2 class="empty-title">{title}</h2>
      {children}
    </>
  );
}
