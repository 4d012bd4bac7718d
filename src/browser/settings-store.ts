import { createListeners } from "../exchange/listeners.ts";
import type { SettingsPort } from "../settings/settings-port.ts";
import type { SettingsProblem } from "../settings/settings-problem.ts";
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  takeOver,
  withChanges,
} from "../settings/settings.ts";
import { type OpenedSettings, openStored, toStored } from "../settings/stored-settings.ts";
import { describeFailure, isFull } from "./storage-failure.ts";
import { createStoredValue } from "./stored-value.ts";

export type SettingsStore = SettingsPort & {
  /** Settles when the stored settings are read; never rejects. Until then the defaults are used. */
  readonly loaded: Promise<void>;
};

/**
 * Settings in `storage.local`. A store that cannot be read or written costs the memory of them, nothing else, and says
 * so. Another page's change to what holds everywhere is taken over at once; how that page is filtered and laid out is
 * its own affair. If the stored settings are removed, every page goes back to the defaults.
 */
export function createSettingsStore(): SettingsStore {
  const listeners = createListeners<Settings>();
  const stored = createStoredValue("settings");
  let current = DEFAULT_SETTINGS;
  let found: readonly SettingsProblem[] = [];
  let unsaved: readonly SettingsProblem[] = [];
  let problems: readonly SettingsProblem[] = [];
  /** Changed here and not stored yet: what is being written, and what comes after it. */
  let inWriting: ReadonlySet<SettingName> = new Set();
  let pending: ReadonlySet<SettingName> = new Set();
  let isReset = false;
  let isWaiting = false;

  function set(settings: Settings): void {
    current = settings;
    problems = [...found, ...unsaved];
    listeners.tell(current);
  }

  /** Takes in what was read from storage; a change that is not stored yet wins over it. */
  function take(opened: OpenedSettings, settings: Settings): void {
    found = opened.problems;
    set(withChanges(settings, current, new Set([...inWriting, ...pending])));
  }

  async function load(): Promise<void> {
    try {
      const opened = openStored(await stored.read());
      take(opened, opened.settings);
      stored.follow((value) => {
        const heard = openStored(value);
        // Removed, not written: the page's own settings also go back to the defaults.
        take(heard, value === undefined ? heard.settings : takeOver(current, heard.settings));
      });
    } catch (error) {
      // Storage is switched off or broken: the defaults are used.
      found = [{ kind: "not-loaded", reason: describeFailure(error) }];
      set(current);
    }
  }

  /** Writes what is pending over what is stored by now: several pages write, each its own changes. */
  async function write(): Promise<void> {
    const hadProblems = unsaved.length > 0;
    [inWriting, pending] = [pending, new Set()];
    isWaiting = false;
    try {
      await stored.exclusively(async () => {
        const before = isReset ? undefined : await stored.read();
        isReset = false;
        await stored.write(toStored(openStored(before), current, inWriting));
      });
      unsaved = [];
    } catch (error) {
      // The extension was updated under the open panel, or the disk is full: this session goes on from memory.
      pending = new Set([...inWriting, ...pending]);
      unsaved = [{ kind: "not-saved", full: isFull(error), reason: describeFailure(error) }];
    }
    inWriting = new Set();
    if (hadProblems || unsaved.length > 0) set(current);
  }

  const loaded = load();
  let written = loaded;
  function store(): void {
    if (isWaiting) return;
    isWaiting = true;
    written = written.then(write);
  }

  return {
    current: () => current,
    save: (change) => {
      pending = new Set([...pending, ...SETTING_NAMES.filter((name) => change[name] !== undefined)]);
      found = withoutNames(found, change);
      set({ ...current, ...change });
      store();
    },
    reset: () => {
      isReset = true;
      pending = new Set();
      found = [];
      set(DEFAULT_SETTINGS);
      store();
    },
    problems: () => problems,
    subscribe: listeners.subscribe,
    loaded,
  };
}

/** Changing a setting clears its stored-value warning. */
function withoutNames(problems: readonly SettingsProblem[], change: Partial<Settings>): readonly SettingsProblem[] {
  return problems.flatMap((problem): readonly SettingsProblem[] => {
    if (problem.kind !== "invalid") return [problem];
    const names = problem.names.filter((name) => change[name] === undefined);
    return names.length === 0 ? [] : [{ ...problem, names }];
  });
}
