import type { ThemeName, ThemePort } from "../panel/shell/ports.ts";

/** The theme of the system, for pages outside of DevTools. */
export function systemTheme(): ThemePort {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const current = (): ThemeName => (dark.matches ? "dark" : "light");
  return {
    current,
    subscribe: (listener) => {
      const changed = (): void => listener(current());
      dark.addEventListener("change", changed);
      return () => dark.removeEventListener("change", changed);
    },
  };
}
