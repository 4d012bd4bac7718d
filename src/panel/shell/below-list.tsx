import { Announcer } from "../feed/announcer.tsx";
import type { MenuItem, MenuRequest } from "../menu/menu-items.ts";
import type { Store } from "../store/store.ts";
import { LazyStatusLine } from "./late-parts.ts";
import { Toast } from "./toast.tsx";

type Props = {
  readonly store: Store;
  readonly isListShown: boolean;
  readonly onMenu: (items: readonly MenuItem[], at: MenuRequest["at"]) => void;
  readonly onUndoClear: () => void;
};

/** What the panel says of its list from below it: what is not listed, notices, and new errors for screen readers. */
export function BelowList({ store, isListShown, onMenu, onUndoClear }: Props) {
  return (
    <>
      {isListShown && !store.isStarting.value && (
        <LazyStatusLine
          unlisted={store.unlisted.value}
          errorsOnly={store.settings.value.errorsOnly}
          onListSuccesses={() => store.change({ allSuccesses: true })}
          onListUndocumented={() => store.change({ onlyDocumented: false })}
          onShowHosts={store.showHosts}
          onMenu={onMenu}
        />
      )}
      <Toast
        notice={store.notice.value}
        undoable={store.undoable.value}
        onUndo={onUndoClear}
        onKeep={store.keepCleared}
      />
      <Announcer timeline={store.heard} since={store.openedAt} />
    </>
  );
}
