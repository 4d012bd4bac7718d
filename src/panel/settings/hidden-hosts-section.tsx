import { useRef } from "preact/hooks";
import { settingsWords } from "../words/english/settings.ts";
import { SettingsSection } from "./settings-section.tsx";

type Props = { readonly hosts: readonly string[]; readonly onChange: (hosts: readonly string[]) => void };

/** Hosts whose calls are recorded and not listed. Nothing while there is none. */
export function HiddenHostsSection({ hosts, onChange }: Props) {
  const hint = useRef<HTMLParagraphElement>(null);
  if (hosts.length === 0) return null;
  return (
    <SettingsSection title={settingsWords.settingsHidden}>
      <p class="quiet" ref={hint} tabIndex={-1}>
        {settingsWords.settingsHiddenHint}
      </p>
      <ul class="settings-hosts">
        {hosts.map((host) => (
          <li class="settings-hidden-host" key={host}>
            <span>{host}</span>{" "}
            <button
              type="button"
              class="button"
              aria-label={settingsWords.settingsHiddenShowHost(host)}
              onClick={() => {
                // The button goes: the focus must not fall out of the dialog.
                hint.current?.focus();
                onChange(hosts.filter((other) => other !== host));
              }}
            >
              {settingsWords.settingsHiddenShow}
            </button>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
