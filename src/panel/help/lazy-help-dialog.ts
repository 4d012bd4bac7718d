import { lazyPart } from "../loading/lazy-part.tsx";
import "./help-dialog.css";

/** The help on keys and the filter, loaded when it is first asked for. */
export const LazyHelpDialog = lazyPart(() => import("./help-dialog.tsx").then((file) => file.HelpDialog));
