import { lazyPart } from "../loading/lazy-part.tsx";
import "./menu.css";

/** The panel's menus, loaded when one is first opened. */
export const LazyPanelMenu = lazyPart(() => import("./panel-menu.tsx").then((file) => file.PanelMenu));
