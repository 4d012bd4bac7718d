import type { Unlisted } from "../../timeline/listing.ts";
import { type MenuItem, menuPoint, type MenuRequest } from "../menu/menu-items.ts";
import { usePresent } from "../preview/presentation.ts";
import { formatCount } from "../words/format-amount.ts";
import { statusWords } from "../words/english/status.ts";

type Props = {
  readonly unlisted: Unlisted;
  /** Successes are left out anyway. */
  readonly errorsOnly: boolean;
  readonly onListSuccesses: () => void;
  readonly onListUndocumented: () => void;
  /** Lists the calls of these hosts again. */
  readonly onShowHosts: (hosts: readonly string[]) => void;
  readonly onMenu: (items: readonly MenuItem[], at: MenuRequest["at"]) => void;
};

/** What is recorded and not listed, in numbers, each a button that lists it. Nothing if everything is listed. */
export function StatusLine(props: Props) {
  const { unlisted, errorsOnly, onListSuccesses, onListUndocumented, onShowHosts, onMenu } = props;
  const present = usePresent();
  const { hidden, undocumented } = unlisted;
  const successes = errorsOnly ? 0 : unlisted.plainSuccesses;
  const calls = hidden.reduce((sum, host) => sum + host.calls, 0);
  const failures = hidden.reduce((sum, host) => sum + host.failures, 0);
  if (successes + calls + undocumented.calls === 0) return null;
  return (
    <p class="status-line">
      {successes > 0 && (
        <button type="button" class="status-button" title={statusWords.successesHint} onClick={onListSuccesses}>
          {statusWords.successes(successes)}
        </button>
      )}
      {undocumented.calls > 0 && (
        <button type="button" class="status-button" title={statusWords.undocumentedHint} onClick={onListUndocumented}>
          {statusWords.undocumented(countOf(undocumented))}
        </button>
      )}
      {hidden.length > 0 && (
        <button
          type="button"
          class="status-button"
          title={statusWords.hiddenHint}
          aria-haspopup="menu"
          onClick={(event) =>
            onMenu(
              [
                ...hidden.toReversed().map((one): MenuItem => ({
                  kind: "action",
                  label: statusWords.showHost(present(one.host, { kind: "text" }), countOf(one)),
                  run: () => onShowHosts([one.host]),
                })),
                ...(hidden.length > 1
                  ? [
                      { kind: "divider" } as const,
                      {
                        kind: "action",
                        label: statusWords.showAllHosts,
                        run: () => onShowHosts(hidden.map(({ host }) => host)),
                      } as const,
                    ]
                  : []),
              ],
              menuPoint(event, event.currentTarget),
            )
          }
        >
          {statusWords.hidden(countOf({ calls, failures }), hidden.length)}
        </button>
      )}
    </p>
  );
}

/** "3 failures"; "12 calls" if none failed. */
function countOf({ calls, failures }: { readonly calls: number; readonly failures: number }): string {
  return failures > 0
    ? statusWords.failures(failures, formatCount(failures))
    : statusWords.calls(calls, formatCount(calls));
}
