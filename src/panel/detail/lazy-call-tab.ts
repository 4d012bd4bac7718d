import { lazyPart } from "../lazy-part.tsx";
import "../json-tree/json-tree.css";
import "../jwt/jwt.css";
import "./attempts-tab.css";
import "./body-view.css";
import "./headers-tab.css";
import "./initiator.css";
import "./timing-tab.css";

const load = () => import("./call-tab.tsx").then((room) => room.CallTab);

/** Every tab but the first and the last, loaded behind the first one. */
export const LazyCallTab = lazyPart(load);

/** Fetches the tabs before they are asked for, so that choosing one shows it at once. Failure is told when one is shown. */
export function fetchCallTab(): void {
  load().catch(() => undefined);
}
