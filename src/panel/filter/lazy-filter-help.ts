import { lazyPart } from "../loading/lazy-part.tsx";

/** The help of the filter, loaded when it is first asked for. */
export const LazyFilterHelp = lazyPart(() => import("./filter-help.tsx").then((file) => file.FilterHelp));
