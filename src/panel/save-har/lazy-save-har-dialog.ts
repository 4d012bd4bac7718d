import { lazyPart } from "../loading/lazy-part.tsx";
import "./save-har-dialog.css";

/** Where calls are saved as a HAR, loaded when it is first asked for; the redactor comes with it. */
export const LazySaveHarDialog = lazyPart(() => import("./save-har-dialog.tsx").then((file) => file.SaveHarDialog));
