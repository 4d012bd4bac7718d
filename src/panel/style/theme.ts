import type { Unsubscribe } from "../../exchange/feed.ts";
import type { Settings } from "../../settings/settings.ts";
import type { PanelPorts, ThemeName } from "../shell/ports.ts";

/**
 * Keeps `data-theme` on an element as DevTools has it, or as the user overrides it, and `data-density` as the user has
 * chosen it; set once before it returns, so that nothing is painted in the wrong theme or size.
 */
export function followTheme(element: HTMLElement, ports: Pick<PanelPorts, "theme" | "settings">): Unsubscribe {
  const apply = (devtools: ThemeName, { theme, density }: Settings): void => {
    element.dataset["theme"] = theme === "devtools" ? devtools : theme;
    element.dataset["density"] = density;
  };
  apply(ports.theme.current(), ports.settings.current());
  const unsubscribeTheme = ports.theme.subscribe((theme) => apply(theme, ports.settings.current()));
  const unsubscribeSettings = ports.settings.subscribe((settings) => apply(ports.theme.current(), settings));
  return () => {
    unsubscribeTheme();
    unsubscribeSettings();
  };
}
