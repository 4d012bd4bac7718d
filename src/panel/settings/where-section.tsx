import type { ComponentChildren } from "preact";
import { text } from "../text/text.ts";
import { DevtoolsPicture } from "./devtools-picture.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** Says where an extension without a button in the toolbar is to be found, for each browser, and shows it. */
export function WhereSection() {
  return (
    <SettingsSection title={text("whereTitle")}>
      <p>{text("whereIntro")}</p>
      <div class="where">
        <DevtoolsPicture />
        <div class="where-steps">
          <Steps browser={text("whereChrome")}>
            <li>{text("whereOpenPage")}</li>
            <li>{text("whereChromeOpen")}</li>
            <li>{text("whereChromeTab")}</li>
          </Steps>
          <Steps browser={text("whereFirefox")}>
            <li>{text("whereOpenPage")}</li>
            <li>{text("whereFirefoxOpen")}</li>
            <li>{text("whereFirefoxTab")}</li>
          </Steps>
        </div>
      </div>
      <p class="quiet">{text("whereRecording")}</p>
      <p>
        {text("whereViewer")} <a href="/src/entry/viewer.html">{text("whereViewerLink")}</a>
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
