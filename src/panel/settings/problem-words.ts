import type { SettingsProblem } from "../../settings/settings-problem.ts";
import { panelWords } from "../words/english/panel.ts";

/** One sentence to the user about a problem with the settings: for a banner and for the settings themselves. */
export function settingsProblemText(problem: SettingsProblem): string {
  switch (problem.kind) {
    case "invalid":
      return panelWords.settingsProblemInvalid(problem.names.join(", "));
    case "unreadable":
      return panelWords.settingsProblemUnreadable;
    case "newer-version":
      return panelWords.settingsProblemNewer;
    case "not-loaded":
      return panelWords.settingsProblemNotLoaded(problem.reason);
    case "not-saved":
      return problem.full ? panelWords.settingsProblemFull : panelWords.settingsProblemNotSaved(problem.reason);
  }
}
