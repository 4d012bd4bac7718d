import type { Unsubscribe } from "../exchange/feed.ts";
import type { Settings } from "../settings/settings.ts";
import type { PanelPorts, ThemeName } from "./ports.ts";

/**
 * Keeps `data-theme` on an element as DevTools has it, or as the user overrides it; set once before it returns, so that
 * nothing is painted in the wrong theme.
 */
export function followTheme(element: HTMLElement, ports: Pick<PanelPorts, "theme" | "settings">): Unsubscribe {
  const apply = (devtools: ThemeName, setting: Settings["theme"]): void => {
    element.dataset["theme"] = setting === "devtools" ? devtools : setting;
  };
  apply(ports.theme.current(), ports.settings.current().theme);
  const unsubscribeTheme = ports.theme.subscribe((theme) => apply(theme, ports.settings.current().theme));
  const unsubscribeSettings = ports.settings.subscribe((settings) => apply(ports.theme.current(), settings.theme));
  return () => {
    unsubscribeTheme();
    unsubscribeSettings();
  };
}
