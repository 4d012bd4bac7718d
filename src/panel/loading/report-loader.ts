import { once } from "./once.ts";
import type { presentRow } from "../../report/present-row.ts";
import type { PresentedPlace, presentText } from "../../report/redact-url.ts";
import type { report } from "../../report/report.ts";
import type { logSecrets } from "../preview/log-secrets.ts";

export type Report = typeof report;
/** The redactor for what is only looked at. */
export type Presenter = { readonly presentRow: typeof presentRow; readonly presentText: typeof presentText };
export type { PresentedPlace };

let loaded: Report | undefined;
let secrets: typeof logSecrets | undefined;
let presenter: Presenter | undefined;

/**
 * Loads the redactor and its word lists, once. They are a third of the panel's code and nobody copies in the first
 * moment, so the panel is drawn first. Rejects where the extension's files are gone (updated while DevTools is open).
 */
export const loadReport: () => Promise<Report> = once(async () => {
  const [reports, log] = await Promise.all([import("../../report/report.ts"), import("../preview/log-secrets.ts")]);
  secrets = log.logSecrets;
  loaded = reports.report;
  return reports.report;
});

/** What learns the secrets of the log, where it is there already. */
export function loadedLogSecrets(): typeof logSecrets | undefined {
  return secrets;
}

/** The redactor where it is there already: a copy can then stay inside its click, without waiting. */
export function loadedReport(): Report | undefined {
  return loaded;
}

/** Loads what presentation mode shows texts through. Rejects as `loadReport` does. */
export const loadPresenter: () => Promise<Presenter> = once(async () => {
  const [rows, texts] = await Promise.all([
    import("../../report/present-row.ts"),
    import("../../report/redact-url.ts"),
  ]);
  presenter = { presentRow: rows.presentRow, presentText: texts.presentText };
  return presenter;
});

/** The same where it is there already. */
export function loadedPresenter(): Presenter | undefined {
  return presenter;
}
