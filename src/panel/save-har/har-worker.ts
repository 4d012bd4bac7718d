import type { ApiEvent } from "../../decode/api-event.ts";
import type { HarOptions } from "../../report/har-in-portions.ts";
import { type HarFile, writeHarFile } from "./har-file.ts";

/*
 * Writes one HAR beside the panel, so that thousands of calls do not freeze it. Ended from outside: by being terminated.
 */

/** What it is told: the calls in several messages, since copying all at once would halt the panel; then to begin. */
export type HarOrder =
  | { readonly kind: "calls"; readonly events: readonly ApiEvent[] }
  | { readonly kind: "write"; readonly options: HarOptions };

/** What it answers. */
export type HarAnswer =
  | { readonly kind: "progress"; readonly fraction: number }
  | { readonly kind: "done"; readonly written: HarFile };

const events: ApiEvent[] = [];

function answer(message: HarAnswer): void {
  postMessage(message);
}

addEventListener("message", ({ data }: MessageEvent<HarOrder>) => {
  if (data.kind === "calls") {
    for (const event of data.events) events.push(event);
    return;
  }
  const onProgress = (fraction: number): void => answer({ kind: "progress", fraction });
  void writeHarFile(events, data.options, onProgress, () => undefined).then((written) =>
    answer({ kind: "done", written }),
  );
});
