import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app.tsx";
import "./tokens.css";
import "./base.css";
import { LazyDetailPane } from "./detail/lazy-detail-pane.ts";
import { loadFilterLanguage } from "./filter/filter-language.ts";
import { keepFocus } from "./keep-focus.ts";
import type { PanelPorts } from "./ports.ts";
import { loadReport } from "./report-loader.ts";
import { createStore } from "./store.ts";
import { leadKeysToList } from "./take-focus.ts";
import { followTheme } from "./theme.ts";
import { writeOutHiddenCharacters } from "./visible-text.ts";

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
  render(<App ports={ports} store={store} />, root);
  // Behind the first paint, so that what is typed finds it there; and behind the first rows, which must not wait for
  // them, what copying and opening a row need. Where they fail, what needs them says so.
  void loadFilterLanguage();
  const stopFetching = effect(() => {
    if (store.isStarting.value) return;
    loadReport().catch(() => undefined);
    LazyDetailPane.fetch();
  });
  return () => {
    stopFetching();
    render(null, root);
    store.dispose();
    stopLeading();
    stopKeeping();
    unfollowTheme();
    root.classList.remove("panel-root");
  };
}
