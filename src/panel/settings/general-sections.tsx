import { RANGES, type Settings } from "../../settings/settings.ts";
import { formatCount } from "../words/format-amount.ts";
import { PolicySwitches } from "../preview/policy-switches.tsx";
import { policyOf } from "../preview/report-choice.ts";
import { CheckField } from "./check-field.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { NumberField } from "./number-field.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { settingsWords } from "../words/english/settings.ts";

type Props = { readonly settings: Settings; readonly onChange: (change: Partial<Settings>) => void };

const BYTES_PER_MB = 1024 * 1024;

/** Theme and density. */
export function AppearanceSection({ settings, onChange }: Props) {
  return (
    <SettingsSection title={settingsWords.settingsAppearance}>
      <ChoiceField
        legend={settingsWords.settingsTheme}
        choices={[
          { value: "devtools", title: settingsWords.settingsThemeDevtools },
          { value: "light", title: settingsWords.settingsThemeLight },
          { value: "dark", title: settingsWords.settingsThemeDark },
        ]}
        value={settings.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <ChoiceField
        legend={settingsWords.settingsDensity}
        choices={[
          { value: "comfortable", title: settingsWords.settingsDensityComfortable },
          { value: "compact", title: settingsWords.settingsDensityCompact },
        ]}
        value={settings.density}
        onChange={(density) => onChange({ density })}
      />
    </SettingsSection>
  );
}

/** How much the recorder keeps. */
export function RecordingSection({ settings, onChange }: Props) {
  const [leastCalls, mostCalls] = RANGES.maxExchanges;
  const [leastMb, mostMb] = RANGES.maxBodyBytes.map((bytes) => bytes / BYTES_PER_MB);
  return (
    <SettingsSection title={settingsWords.settingsRecording}>
      <NumberField
        title={settingsWords.settingsMaxExchanges}
        hint={settingsWords.settingsMaxExchangesHint(formatCount(leastCalls), formatCount(mostCalls))}
        value={settings.maxExchanges}
        least={leastCalls}
        most={mostCalls}
        onChange={(maxExchanges) => onChange({ maxExchanges })}
      />
      <NumberField
        title={settingsWords.settingsMaxBodies}
        hint={settingsWords.settingsMaxBodiesHint(formatCount(leastMb ?? 0), formatCount(mostMb ?? 0))}
        value={Math.round(settings.maxBodyBytes / BYTES_PER_MB)}
        least={leastMb ?? 0}
        most={mostMb ?? 0}
        onChange={(megabytes) => onChange({ maxBodyBytes: megabytes * BYTES_PER_MB })}
      />
      <CheckField
        title={settingsWords.settingsOnlyDocumented}
        checked={settings.onlyDocumented}
        onChange={(onlyDocumented) => onChange({ onlyDocumented })}
      />
      <p class="quiet">{settingsWords.settingsOnlyDocumentedHint}</p>
    </SettingsSection>
  );
}

/** What a copy does and keeps. */
export function CopyingSection({ settings, onChange }: Props) {
  return (
    <SettingsSection title={settingsWords.settingsCopying}>
      <CheckField
        title={settingsWords.settingsPreviewBeforeCopy}
        checked={settings.previewBeforeCopy}
        onChange={(previewBeforeCopy) => onChange({ previewBeforeCopy })}
      />
      <CheckField
        title={settingsWords.settingsPresentationMode}
        checked={settings.presentationMode}
        onChange={(presentationMode) => onChange({ presentationMode })}
      />
      <p class="quiet">{settingsWords.settingsCopyingHint}</p>
      <PolicySwitches policy={policyOf(settings)} onChange={onChange} />
    </SettingsSection>
  );
}
