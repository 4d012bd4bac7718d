import { lazyPart } from "../loading/lazy-part.tsx";
import "./search-bar.css";

/** The search through the rows, loaded when it is first asked for. */
export const LazySearchBar = lazyPart(() => import("./search-bar.tsx").then((file) => file.SearchBar));
