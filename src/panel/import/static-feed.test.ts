import { describe, expect, test } from "vitest";
import { anEntry } from "../../exchange/testing/an-entry.ts";
import { recordingOfEntries } from "./read-recording.ts";
import { createStaticFeed } from "./static-feed.ts";

const call = (path: string) => anEntry({ url: `https://api.example.test${path}` });
const page = anEntry({
  url: "https://shop.example.test/",
  resourceType: "document",
  mimeType: "text/html",
});

describe("the feed of a finished recording", () => {
  const recording = recordingOfEntries("a.har", [call("/v1/a"), page, call("/v1/b"), 7]);
  const feed = () => createStaticFeed(recording);

  test("holds the API calls, not the page's own files", () => {
    const { records, status } = feed().snapshot();
    expect(records.map(({ kind }) => kind)).toEqual(["exchange", "exchange"]);
    expect(status).toMatchObject({
      file: { name: "a.har", areCredentialsWithheld: false },
      entriesSeen: 4,
      callsSeen: 2,
      callsRecorded: 2,
      skippedHosts: [],
    });
  });

  test("reports a clear to its listeners, and neither starts nor stops anything", () => {
    const one = feed();
    const heard: boolean[] = [];
    const unsubscribe = one.subscribe(({ cleared }) => void heard.push(cleared));
    one.setRecording(false);
    one.setPreserveLog(false);
    one.clear();
    unsubscribe();
    one.clear();
    expect(heard).toEqual([true]);
    expect(one.snapshot().records).toEqual([]);
  });
});
