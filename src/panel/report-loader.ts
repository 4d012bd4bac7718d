import type { report } from "../report/report.ts";

export type Report = typeof report;

let loaded: Report | undefined;
let loading: Promise<Report> | undefined;

/**
 * Loads the redactor and its word lists, once. They are a third of the panel's code and nobody copies in the first
 * moment, so the panel is drawn first. Rejects where the extension's files are gone (updated while DevTools is open).
 */
export function loadReport(): Promise<Report> {
  loading ??= import("../report/report.ts").then((room) => {
    loaded = room.report;
    return room.report;
  });
  return loading;
}

/** The redactor where it is there already: a copy can then stay inside its click, without waiting. */
export function loadedReport(): Report | undefined {
  return loaded;
}
