import type { Unsubscribe } from "../exchange/feed.ts";
import type { SettingsProblem } from "./settings-problem.ts";
import type { Settings } from "./settings.ts";

/** The settings in force and what is wrong with their storage. */
export type SettingsPort = {
  readonly current: () => Settings;
  /** Holds at once; a change that cannot be stored is told of in `problems`. */
  readonly save: (change: Partial<Settings>) => void;
  /** Back to the defaults, whatever is stored, a newer version's data too. */
  readonly reset: () => void;
  /** What is wrong right now; empty while all is well. The same array until something changes. */
  readonly problems: () => readonly SettingsProblem[];
  /** Calls the listener after each change of the settings or of the problems. */
  readonly subscribe: (listener: (settings: Settings) => void) => Unsubscribe;
};
