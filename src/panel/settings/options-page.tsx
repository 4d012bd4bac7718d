import { render } from "preact";
import "../style/base.css";
import { keepFocus } from "../focus/keep-focus.ts";
import type { ThemePort } from "../shell/ports.ts";
import { followTheme } from "../style/theme.ts";
import "../style/tokens.css";
import "./options-page.css";
import type { SettingsPorts } from "./settings-ports.ts";
import { SettingsView } from "./settings-view.tsx";
import { WhereSection } from "./where-section.tsx";
import { settingsWords } from "../words/english/settings.ts";

/** Draws the extension's options page into `root`: where Faultline is, and the settings of every panel. */
export function mountOptionsPage(root: HTMLElement, ports: SettingsPorts & { readonly theme: ThemePort }): void {
  followTheme(root.ownerDocument.documentElement, ports);
  root.ownerDocument.title = settingsWords.optionsTitle;
  root.classList.add("panel-root");
  keepFocus(root);
  render(
    <main class="panel options">
      <div class="options-page">
        <header class="options-header">
          <img src="/icons/48.png" alt="" width="32" height="32" />
          <h1>{settingsWords.optionsTitle}</h1>
          <span class="quiet">{ports.version}</span>
        </header>
        <WhereSection />
        <SettingsView ports={ports} />
      </div>
    </main>,
    root,
  );
}
