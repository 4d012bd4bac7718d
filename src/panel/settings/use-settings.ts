import { useLayoutEffect, useState } from "preact/hooks";
import type { Unsubscribe } from "../../exchange/feed.ts";
import type { SettingsPort } from "../../settings/settings-port.ts";
import type { SettingsProblem } from "../../settings/settings-problem.ts";
import type { Settings } from "../../settings/settings.ts";

/** Draws the component anew whenever the source tells of a change. */
export function useChanges(subscribe: (listener: () => void) => Unsubscribe): void {
  // Before the page is painted: what changes after that must not be missed.
  const [, setChanges] = useState(0);
  useLayoutEffect(() => subscribe(() => setChanges((changes) => changes + 1)), [subscribe]);
}

/** The settings in force and their problems, followed live. */
export function useSettings(port: SettingsPort): {
  readonly settings: Settings;
  readonly problems: readonly SettingsProblem[];
} {
  useChanges(port.subscribe);
  return { settings: port.current(), problems: port.problems() };
}
