import type { ApiEvent } from "../../decode/api-event.ts";
import { Icon } from "../controls/icon.tsx";
import { OwnProvidersSection } from "../own-providers/own-providers-section.tsx";
import { FileSection } from "./file-section.tsx";
import { AppearanceSection, CopyingSection, RecordingSection } from "./general-sections.tsx";
import { HiddenHostsSection } from "./hidden-hosts-section.tsx";
import { HostsSection } from "./hosts-section.tsx";
import { settingsProblemText } from "./problem-words.ts";
import type { SettingsPorts } from "./settings-ports.ts";
import "./settings.css";
import { useChanges, useSettings } from "./use-settings.ts";

type Props = {
  readonly ports: SettingsPorts;
  /** A failure nobody has described: the settings open on the editor with a stub of it. */
  readonly undescribed?: ApiEvent | undefined;
};

/** All settings, each in force as soon as it is changed: the same in the panel's drawer and on the options page. */
export function SettingsView({ ports, undescribed }: Props) {
  const { settings, problems } = useSettings(ports.settings);
  useChanges(ports.subscribeProviders);
  const { save } = ports.settings;
  const { providers } = ports.providers();
  return (
    <div class="settings">
      {problems.map((problem) => (
        <p class="settings-problem" role="status" key={problem.kind}>
          <Icon name="warning" />
          <span>{settingsProblemText(problem)}</span>
        </p>
      ))}
      <AppearanceSection settings={settings} onChange={save} />
      <RecordingSection settings={settings} onChange={save} />
      <CopyingSection settings={settings} onChange={save} />
      <HostsSection mappings={settings.mappings} providers={providers} onChange={(mappings) => save({ mappings })} />
      <HiddenHostsSection hosts={settings.hiddenHosts} onChange={(hiddenHosts) => save({ hiddenHosts })} />
      <OwnProvidersSection ports={ports} undescribed={undescribed} />
      <FileSection port={ports.settings} />
    </div>
  );
}
