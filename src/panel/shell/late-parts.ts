import { lazyPart } from "../loading/lazy-part.tsx";

/** The Limits view, loaded when it is first shown. */
export const LazyLimitsView = lazyPart(() => import("../limits/limits-view.tsx").then((file) => file.LimitsView));

/** What is left of each allowance. It waits for the first records, so its code comes beside what reads them. */
export const LazySummaryStrip = lazyPart(() => import("./summary-strip.tsx").then((file) => file.SummaryStrip));

/** What is recorded and not listed. Drawn beside the first rows. */
export const LazyStatusLine = lazyPart(() => import("./status-line.tsx").then((file) => file.StatusLine));

/** The search through the rows, loaded when it is first asked for. */
export const LazySearchBar = lazyPart(() => import("../filter/search-bar.tsx").then((file) => file.SearchBar));

/** The panel's menus, loaded when one is first opened. */
export const LazyPanelMenu = lazyPart(() => import("../menu/panel-menu.tsx").then((file) => file.PanelMenu));

/** The pane beside the list, loaded behind the first rows. */
export const LazyDetailPane = lazyPart(() =>
  import("../detail/presented-detail.tsx").then((file) => file.PresentedDetail),
);

/** What is shown instead of an empty list. It waits for the first records anyway, so its code comes beside what reads them. */
export const LazyEmptyState = lazyPart(() => import("../empty/empty-state.tsx").then((file) => file.EmptyState));
