import { panelWords } from "../words/english/panel.ts";
import { emptyWords } from "../words/english/empty.ts";
import type { ComponentChildren } from "preact";
import type { FeedStatus } from "../../exchange/feed.ts";
import type { Unlisted } from "../../timeline/listing.ts";
import { type EmptyReason, readEmptyReason } from "./empty-reason.ts";
import { formatCount } from "../words/format-amount.ts";
import { formatTimeOfDaySeconds } from "../words/format-instant.ts";
import { Introduction } from "./introduction.tsx";
import { SkippedHosts } from "./skipped-hosts.tsx";

type Props = {
  readonly status: FeedStatus;
  /** Rows there are before the filter. */
  readonly total: number;
  readonly unlisted: Unlisted;
  /** A text is in the filter. */
  readonly isFiltering: boolean;
  readonly errorsOnly: boolean;
  /** The introduction was not put away yet. */
  readonly isFirstRun: boolean;
  readonly onClearFilter: () => void;
  /** Lists successes that tell nothing, too. */
  readonly onListSuccesses: () => void;
  readonly onShowHosts: (hosts: readonly string[]) => void;
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
  const reason = reasonOf(props);
  const isFiltered = reason === "filtered" || reason === "plain" || reason === "hidden";
  return (
    <div class="empty" tabIndex={0} role="region" aria-label={emptyWords.emptyName}>
      {props.isFirstRun && !isFiltered && reason !== "cleared" && (
        <Introduction onDismiss={props.onDismissIntroduction} />
      )}
      <Reason {...props} />
      {!isFiltered && <Facts status={status} />}
      {!isFiltered && onImport !== undefined && (
        <p class="empty-import">
          <button type="button" class="button" onClick={onImport}>
            {panelWords.viewerOpen}
          </button>{" "}
          <span class="quiet">{emptyWords.emptyImportHint}</span>
        </p>
      )}
      {!isFiltered && status.skippedHosts.length > 0 && (
        <SkippedHosts hosts={status.skippedHosts} onRecordAll={onRecordAll} />
      )}
    </div>
  );
}

function reasonOf({ status, total, unlisted, isFiltering, errorsOnly }: Props): EmptyReason {
  return readEmptyReason(status, total, unlisted, isFiltering || errorsOnly);
}

function Facts({ status }: { readonly status: FeedStatus }) {
  const { entriesSeen, callsSeen, since, lastEntryAt } = status;
  const seen = emptyWords.emptySeen(entriesSeen);
  return (
    <dl class="empty-facts">
      <div>
        <dt>{emptyWords.emptySoFar}</dt>
        <dd>
          {lastEntryAt === null
            ? emptyWords.emptyFacts(seen, formatTimeOfDaySeconds(since), formatCount(callsSeen))
            : emptyWords.emptyFactsLast(
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

function Reason(props: Props) {
  const { status, total, unlisted, errorsOnly, onClearFilter, onListSuccesses, onRecord, onShowHosts } = props;
  switch (reasonOf(props)) {
    case "plain":
      return (
        <Message title={emptyWords.emptyPlain(unlisted.plainSuccesses)}>
          <p>{emptyWords.emptyPlainHint}</p>
          <button type="button" class="button" onClick={onListSuccesses}>
            {emptyWords.emptyPlainList}
          </button>
        </Message>
      );
    case "hidden":
      return (
        <Message title={emptyWords.emptyHidden}>
          <button type="button" class="button" onClick={() => onShowHosts(unlisted.hidden.map(({ host }) => host))}>
            {emptyWords.emptyHiddenShow}
          </button>
        </Message>
      );
    case "filtered":
      return (
        <Message title={emptyWords.emptyFiltered(total)}>
          {errorsOnly && <p>{emptyWords.emptyErrorsOnly}</p>}
          <button type="button" class="button" onClick={onClearFilter}>
            {panelWords.filterClear}
          </button>
        </Message>
      );
    case "paused":
      return (
        <Message title={emptyWords.emptyPaused}>
          <p>{emptyWords.emptyPausedHint}</p>
          <button type="button" class="button" onClick={onRecord}>
            {panelWords.toolbarRecord}
          </button>
        </Message>
      );
    case "silent":
      return (
        <Message title={emptyWords.emptySilent}>
          {status.browser === "firefox" ? (
            <>
              <p>{emptyWords.emptyFirefox}</p>
              <ul>
                <li>{emptyWords.emptyFirefoxFilter}</li>
                <li>{emptyWords.emptyFirefoxPaused}</li>
                <li>{emptyWords.emptyFirefoxReload}</li>
              </ul>
            </>
          ) : (
            <p>{emptyWords.emptySilentHint}</p>
          )}
        </Message>
      );
    case "nothing-yet":
      return (
        <Message title={emptyWords.emptyNothing}>
          <p>{emptyWords.emptyNothingHint}</p>
        </Message>
      );
    case "no-call":
      return (
        <Message title={emptyWords.emptyNoCall}>
          <p>{emptyWords.emptyNoCallHint}</p>
        </Message>
      );
    case "undocumented":
      return (
        <Message title={emptyWords.emptyUndocumented}>
          <p>{emptyWords.emptyUndocumentedHint}</p>
        </Message>
      );
    case "cleared":
      return (
        <Message title={emptyWords.emptyCleared}>
          <p>{emptyWords.emptyClearedHint}</p>
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
