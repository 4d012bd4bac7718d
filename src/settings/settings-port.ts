import type { Unsubscribe } from "../exchange/feed.ts";
import type { SettingsProblem } from "./settings-problem.ts";
import type { Settings } from "./settings.ts";

/** The active settings and the problems of their storage. */
export type SettingsPort = {
  readonly current: () => Settings;
  /** Takes effect immediately; a change that cannot be stored is reported in `problems`. */
  readonly save: (change: Partial<Settings>) => void;
  /** Back to the defaults, whatever is stored, a newer version's data too. */
  readonly reset: () => void;
  /** What is wrong right now; empty while all is well. The same array until something changes. */
  readonly problems: () => readonly SettingsProblem[];
  /** Calls the listener after each change of the settings or of the problems. */
  readonly subscribe: (listener: (settings: Settings) => void) => Unsubscribe;
};
