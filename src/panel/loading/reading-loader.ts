import { once } from "./once.ts";
import type * as Reading from "../feed/reading.ts";

/**
 * Loads what decodes and audits, once: more code than what draws the panel. A page that is going to show a panel asks for
 * it before anything else, so that it comes while the rest is made ready. Rejects where the extension's files are gone
 * (updated while DevTools is open).
 */
export const loadReading: () => Promise<typeof Reading> = once(() => import("../feed/reading.ts"));
