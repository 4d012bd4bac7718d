import { createListeners } from "../exchange/listeners.ts";
import type { SettingsPort } from "./settings-port.ts";
import type { SettingsProblem } from "./settings-problem.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";

/** Settings that nothing is stored of: for a page outside of an extension, and for tests. */
export function memorySettings(
  initial: Partial<Settings> = {},
  initialProblems: readonly SettingsProblem[] = [],
): SettingsPort {
  const listeners = createListeners<Settings>();
  let current: Settings = { ...DEFAULT_SETTINGS, ...initial };
  let problems = initialProblems;
  const set = (settings: Settings): void => {
    current = settings;
    listeners.tell(current);
  };
  return {
    current: () => current,
    save: (change) => set({ ...current, ...change }),
    reset: () => {
      problems = [];
      set(DEFAULT_SETTINGS);
    },
    problems: () => problems,
    subscribe: listeners.subscribe,
  };
}
