import type { SettingsProblem } from "../../settings/settings-problem.ts";
import { text } from "../text/text.ts";

/** One sentence to the user about a problem with the settings: for a banner and for the settings themselves. */
export function settingsProblemText(problem: SettingsProblem): string {
  switch (problem.kind) {
    case "invalid":
      return text("settingsProblemInvalid", problem.names.join(", "));
    case "unreadable":
      return text("settingsProblemUnreadable");
    case "newer-version":
      return text("settingsProblemNewer");
    case "not-loaded":
      return text("settingsProblemNotLoaded", problem.reason);
    case "not-saved":
      return problem.full ? text("settingsProblemFull") : text("settingsProblemNotSaved", problem.reason);
  }
}
