import { describe, expect, test } from "vitest";
import { aProvider } from "../../catalogue/testing/a-provider.ts";
import { anEntry } from "../../exchange/testing/an-entry.ts";
import { recordingOfEntries } from "./read-recording.ts";
import { createStaticFeed } from "./static-feed.ts";

const [known, other] = ["https://api.example.test/v1", "https://other.example.test:8443/x"].map((url) =>
  anEntry({ url }),
);
const provider = aProvider({ hosts: [{ host: "api.example.test", source: "seed" }] });

describe("the feed of a finished recording", () => {
  const recording = recordingOfEntries("a.har", [known, other, other, 7]);
  const feed = () => createStaticFeed(recording, () => ({ providers: [provider], mappings: [] }));

  test("holds every call and says which of them are to known APIs", () => {
    const { records, status } = feed().snapshot();
    expect(records).toHaveLength(3);
    expect(status).toMatchObject({
      file: { name: "a.har", areCredentialsWithheld: false },
      entriesSeen: 4,
      entriesWatched: 1,
      otherHosts: [{ host: "other.example.test:8443", count: 2 }],
    });
  });

  test("tells calls to one host apart where a pattern has a path", () => {
    const urls = ["/api/v1/a?q=1", "/api/v1/b#c", "/web/d", "/apiary"].map((path) => `https://one.test${path}`);
    const mappings = [{ host: "one.test/api", providerId: provider.id }];
    const counted = createStaticFeed(
      recordingOfEntries(
        "a.har",
        urls.map((url) => anEntry({ url })),
      ),
      () => ({
        providers: [provider],
        mappings,
      }),
    );
    expect(counted.snapshot().status).toMatchObject({
      entriesWatched: 2,
      otherHosts: [{ host: "one.test", count: 2 }],
    });
  });

  test("tells its listeners of a clear, and neither starts nor stops anything", () => {
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
