import "../backoff/backoff-preview.css";
import { lazyPart } from "../loading/lazy-part.tsx";
import "./advice-box.css";
import "./cause-list.css";
import "./detail-pane.css";
import "./explanation-tab.css";
import "./finding-list.css";
import "./limit-table.css";
import "./open-questions.css";

/** The pane beside the list, loaded behind the first rows. */
export const LazyDetailPane = lazyPart(() => import("./presented-detail.tsx").then((room) => room.PresentedDetail));
