import { createListeners } from "../../exchange/listeners.ts";
import type { Settings } from "../../settings/settings.ts";
import type { SettingsPort } from "../../settings/settings-port.ts";

/** What is set for one recording and is not to reach the panel of other pages, nor to come from it. */
const OWN = { filterText: "", errorsOnly: false } satisfies Partial<Settings>;

/** The user's settings with a filter of its own, which nothing is stored of. */
export function viewerSettings(port: SettingsPort): SettingsPort {
  const listeners = createListeners<Settings>();
  let own: Pick<Settings, keyof typeof OWN> = OWN;
  let current: Settings = { ...port.current(), ...own };
  const renew = (): void => {
    current = { ...port.current(), ...own };
    listeners.tell(current);
  };
  port.subscribe(renew);
  return {
    ...port,
    current: () => current,
    save: ({ filterText = own.filterText, errorsOnly = own.errorsOnly, ...shared }) => {
      own = { filterText, errorsOnly };
      if (Object.keys(shared).length > 0) port.save(shared);
      renew();
    },
    subscribe: listeners.subscribe,
  };
}
