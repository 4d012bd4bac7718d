import { lazyPart } from "../loading/lazy-part.tsx";
import "./limits-view.css";

/** The Limits view, loaded when it is first shown. */
export const LazyLimitsView = lazyPart(() => import("./limits-view.tsx").then((room) => room.LimitsView));
