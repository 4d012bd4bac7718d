import type { OwnProvidersProblem, RefusedSave } from "../../settings/own-providers-port.ts";
import { formatCount } from "../words/format-amount.ts";
import { settingsWords } from "../words/english/settings.ts";

/** Why documents were not stored, as one sentence. */
export function refusedSaveText(refused: RefusedSave): string {
  switch (refused.kind) {
    case "newer-version":
      return settingsWords.ownNotSavedNewer;
    case "too-long":
      return settingsWords.ownNotSavedTooLong(formatCount(refused.length), formatCount(refused.most));
    case "not-saved":
      return refused.full ? settingsWords.ownNotSavedFull : settingsWords.ownNotSaved(refused.reason);
  }
}

/** Why some of the stored documents are missing, as one sentence. */
export function ownProblemText(problem: OwnProvidersProblem): string {
  switch (problem.kind) {
    case "newer-version":
      return settingsWords.ownProblemNewer;
    case "lost":
      return settingsWords.ownProblemLost(problem.count);
    case "not-loaded":
      return settingsWords.ownProblemNotLoaded(problem.reason);
  }
}
