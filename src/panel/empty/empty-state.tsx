import type { ComponentChildren } from "preact";
import type { FeedStatus } from "../../exchange/feed.ts";
import { readEmptyReason } from "./empty-reason.ts";
import "./empty-state.css";
import { countWords, formatCount } from "../words/format-amount.ts";
import { formatTimeOfDaySeconds } from "../words/format-instant.ts";
import { Introduction } from "./introduction.tsx";
import { SkippedHosts } from "./skipped-hosts.tsx";
import { text } from "../text/text.ts";

type Props = {
  readonly status: FeedStatus;
  /** Rows there are before the filter. */
  readonly total: number;
  readonly errorsOnly: boolean;
  /** The introduction was not put away yet. */
  readonly isFirstRun: boolean;
  readonly onClearFilter: () => void;
  readonly onRecord: () => void;
  /** A recording out of a file is to be shown; undefined if one is shown already. */
  readonly onImport: (() => void) | undefined;
  /** Records hosts without a document, too. */
  readonly onRecordAll: () => void;
  readonly onDismissIntroduction: () => void;
};

/** Shown instead of rows: why there are none, and what was seen so far. */
export function EmptyState(props: Props) {
  const { status, onImport, onRecordAll } = props;
  const reason = readEmptyReason(status, props.total);
  const isFiltered = reason === "filtered";
  return (
    <div class="empty" tabIndex={0} role="region" aria-label={text("emptyName")}>
      {props.isFirstRun && !isFiltered && reason !== "cleared" && (
        <Introduction onDismiss={props.onDismissIntroduction} />
      )}
      <Reason {...props} />
      {!isFiltered && <Facts status={status} />}
      {!isFiltered && onImport !== undefined && (
        <p class="empty-import">
          <button type="button" class="button" onClick={onImport}>
            {text("viewerOpen")}
          </button>{" "}
          <span class="quiet">{text("emptyImportHint")}</span>
        </p>
      )}
      {!isFiltered && status.skippedHosts.length > 0 && (
        <SkippedHosts hosts={status.skippedHosts} onRecordAll={onRecordAll} />
      )}
    </div>
  );
}

function Facts({ status }: { readonly status: FeedStatus }) {
  const { entriesSeen, callsSeen, since, lastEntryAt } = status;
  const seen = countWords("emptySeenOne", "emptySeen", entriesSeen);
  return (
    <dl class="empty-facts">
      <div>
        <dt>{text("emptySoFar")}</dt>
        <dd>
          {lastEntryAt === null
            ? text("emptyFacts", seen, formatTimeOfDaySeconds(since), formatCount(callsSeen))
            : text(
                "emptyFactsLast",
                seen,
                formatTimeOfDaySeconds(since),
                formatCount(callsSeen),
                formatTimeOfDaySeconds(lastEntryAt),
              )}
        </dd>
      </div>
    </dl>
  );
}

function Reason({ status, total, errorsOnly, onClearFilter, onRecord }: Props) {
  switch (readEmptyReason(status, total)) {
    case "filtered":
      return (
        <Message title={countWords("emptyFilteredOne", "emptyFiltered", total)}>
          {errorsOnly && <p>{text("emptyErrorsOnly")}</p>}
          <button type="button" class="button" onClick={onClearFilter}>
            {text("filterClear")}
          </button>
        </Message>
      );
    case "paused":
      return (
        <Message title={text("emptyPaused")}>
          <p>{text("emptyPausedHint")}</p>
          <button type="button" class="button" onClick={onRecord}>
            {text("toolbarRecord")}
          </button>
        </Message>
      );
    case "silent":
      return (
        <Message title={text("emptySilent")}>
          {status.browser === "firefox" ? (
            <>
              <p>{text("emptyFirefox")}</p>
              <ul>
                <li>{text("emptyFirefoxFilter")}</li>
                <li>{text("emptyFirefoxPaused")}</li>
                <li>{text("emptyFirefoxReload")}</li>
              </ul>
            </>
          ) : (
            <p>{text("emptySilentHint")}</p>
          )}
        </Message>
      );
    case "nothing-yet":
      return (
        <Message title={text("emptyNothing")}>
          <p>{text("emptyNothingHint")}</p>
        </Message>
      );
    case "no-call":
      return (
        <Message title={text("emptyNoCall")}>
          <p>{text("emptyNoCallHint")}</p>
        </Message>
      );
    case "undocumented":
      return (
        <Message title={text("emptyUndocumented")}>
          <p>{text("emptyUndocumentedHint")}</p>
        </Message>
      );
    case "cleared":
      return (
        <Message title={text("emptyCleared")}>
          <p>{text("emptyClearedHint")}</p>
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
