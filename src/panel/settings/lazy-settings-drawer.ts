import { lazyPart } from "../loading/lazy-part.tsx";

/** The settings drawer, loaded when it is first opened. Draw it while it is to be open, and stop on `onClose`. */
export const LazySettingsDrawer = lazyPart(() => import("./settings-drawer.tsx").then((room) => room.SettingsDrawer));
