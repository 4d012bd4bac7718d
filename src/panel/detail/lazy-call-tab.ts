import { lazyPart } from "../loading/lazy-part.tsx";
import "../json-tree/json-tree.css";
import "../jwt/jwt.css";
import "./attempts-tab.css";
import "./body-view.css";
import "./headers-tab.css";
import "./initiator.css";
import "./timing-tab.css";

/** Every tab but the first and the last, loaded behind the first one. */
export const LazyCallTab = lazyPart(() => import("./call-tab.tsx").then((room) => room.CallTab));
