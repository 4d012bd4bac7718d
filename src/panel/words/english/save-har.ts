import { formatCount } from "../format-amount.ts";
import { type Value, words } from "../language.ts";

/** The words of the dialog that saves a HAR. */
export const saveHarWords = words("saveHar", {
  saveHarTitle: "Save calls as HAR",
  saveHarHint: "The file is redacted like a report, using the options in the settings.",
  saveHarWhich: "Which calls",
  saveHarListed: (count: Value) => `Calls in the list: ${count}`,
  saveHarAll: (count: Value) => `All calls: ${count}`,
  saveHarSave: (count: number) => (count === 1 ? "Save 1 call" : `Save ${formatCount(count)} calls`),
  saveHarAgain: "Save the file again",
  saveHarClose: "Close",
  saveHarWriting: (percent: Value) => `Redacting… ${percent}`,
  saveHarWorkerFailed: "Nothing was saved: the redactor stopped unexpectedly.",
  saveHarSaved: (count: number) => (count === 1 ? "1 call was saved." : `${formatCount(count)} calls were saved.`),
  saveHarNothingRedacted: "Nothing needed to be redacted.",
  saveHarRedacted: (count: number) =>
    count === 1 ? "1 value was redacted." : `${formatCount(count)} values were redacted.`,
  saveHarLeftOut: (count: number) =>
    count === 1
      ? "1 call was left out because not every secret could be removed from it."
      : `${formatCount(count)} calls were left out because not every secret could be removed from them.`,
});
