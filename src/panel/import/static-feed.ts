import { isApiExchange } from "../../exchange/api-call.ts";
import { createListeners } from "../../exchange/listeners.ts";
import type { Feed, FeedChange } from "../../exchange/feed.ts";
import { type ImportedRecording, statusOf } from "./imported-recording.ts";

/**
 * The feed of a finished recording: its API calls, and the entries that could not be read. Nothing is ever added; clearing
 * empties it.
 */
export function createStaticFeed(recording: ImportedRecording): Feed {
  const listeners = createListeners<FeedChange>();
  let records = recording.records.filter((record) => record.kind !== "exchange" || isApiExchange(record.read()));
  const status = statusOf(recording, records.filter(({ kind }) => kind === "exchange").length);
  return {
    snapshot: () => ({ records, status }),
    subscribe: listeners.subscribe,
    clear: () => {
      records = [];
      listeners.tell({ added: [], cleared: true, status });
    },
    setRecording: () => undefined,
    setPreserveLog: () => undefined,
  };
}
