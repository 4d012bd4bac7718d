import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import "../style/tokens.css";
import "../style/base.css";
import { LazyDetailPane, LazyEmptyState } from "./late-parts.ts";
import "../style/late-parts.css";
import { loadFilterLanguage } from "../filter/filter-language.ts";
import { keepFocus } from "../focus/keep-focus.ts";
import type { PanelPorts } from "./ports.ts";
import { loadReport } from "../loading/report-loader.ts";
import { createStore } from "../store/store.ts";
import { leadKeysToList } from "../focus/take-focus.ts";
import { followTheme } from "../style/theme.ts";
import { writeOutHiddenCharacters } from "../controls/visible-text.ts";

/** Long enough for the first rows to be painted. Whoever copies or types sooner waits for what it takes. */
const FETCH_AFTER_MS = 100;

/**
 * Puts the panel into `root` on the ports it is given, and returns the function that takes it away again: listeners,
 * timers and elements. The page must let `root` fill the height that the panel is to have.
 */
export function mount(root: HTMLElement, ports: PanelPorts): () => void {
  writeOutHiddenCharacters();
  const page = root.ownerDocument.defaultView ?? window;
  const unfollowTheme = followTheme(root.ownerDocument.documentElement, ports);
  const store = createStore(ports, page);
  const stopLeading = leadKeysToList(root);
  const stopKeeping = keepFocus(root);
  root.classList.add("panel-root");
  LazyEmptyState.fetch();
  render(<App ports={ports} store={store} />, root);
  // Behind the first rows, which must not share the processor with it, what typing a filter, copying and opening a row
  // need. Where it fails, what needs it says so.
  let fetching: number | undefined;
  const stopWaiting = effect(() => {
    if (store.isStarting.value) return;
    fetching ??= page.setTimeout(() => {
      void loadFilterLanguage();
      loadReport().catch(() => undefined);
      LazyDetailPane.fetch();
    }, FETCH_AFTER_MS);
  });
  return () => {
    stopWaiting();
    page.clearTimeout(fetching);
    render(null, root);
    store.dispose();
    stopLeading();
    stopKeeping();
    unfollowTheme();
    root.classList.remove("panel-root");
  };
}
