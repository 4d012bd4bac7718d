import type { ComponentChildren } from "preact";
import { DevtoolsPicture } from "./devtools-picture.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { settingsWords } from "../words/english/settings.ts";

/** Says where an extension without a button in the toolbar is to be found, for each browser, and shows it. */
export function WhereSection() {
  return (
    <SettingsSection title={settingsWords.whereTitle}>
      <p>{settingsWords.whereIntro}</p>
      <div class="where">
        <DevtoolsPicture />
        <div class="where-steps">
          <Steps browser={settingsWords.whereChrome}>
            <li>{settingsWords.whereOpenPage}</li>
            <li>{settingsWords.whereChromeOpen}</li>
            <li>{settingsWords.whereChromeTab}</li>
          </Steps>
          <Steps browser={settingsWords.whereFirefox}>
            <li>{settingsWords.whereOpenPage}</li>
            <li>{settingsWords.whereFirefoxOpen}</li>
            <li>{settingsWords.whereFirefoxTab}</li>
          </Steps>
        </div>
      </div>
      <p class="quiet">{settingsWords.whereRecording}</p>
      <p>
        {settingsWords.whereViewer} <a href="/src/entry/viewer.html">{settingsWords.whereViewerLink}</a>
      </p>
    </SettingsSection>
  );
}

function Steps({ browser, children }: { readonly browser: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <h3>{browser}</h3>
      <ol>{children}</ol>
    </div>
  );
}
