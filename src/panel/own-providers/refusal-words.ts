import type { OwnProvidersProblem, RefusedSave } from "../../settings/own-providers-port.ts";
import { formatCount } from "../words/format-amount.ts";
import { countText, text } from "../text/text.ts";

/** Why documents were not stored, as one sentence. */
export function refusedSaveText(refused: RefusedSave): string {
  switch (refused.kind) {
    case "newer-version":
      return text("ownNotSavedNewer");
    case "too-long":
      return text("ownNotSavedTooLong", formatCount(refused.length), formatCount(refused.most));
    case "not-saved":
      return refused.full ? text("ownNotSavedFull") : text("ownNotSaved", refused.reason);
  }
}

/** Why some of the stored documents are missing, as one sentence. */
export function ownProblemText(problem: OwnProvidersProblem): string {
  switch (problem.kind) {
    case "newer-version":
      return text("ownProblemNewer");
    case "lost":
      return countText("ownProblemLostOne", "ownProblemLost", problem.count);
    case "not-loaded":
      return text("ownProblemNotLoaded", problem.reason);
  }
}
