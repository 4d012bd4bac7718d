import { describe, expect, it } from "vitest";
import { documentStart, readSeenDocument } from "./navigation.ts";

const url = "https://shop.example.test/cart#top";
const heardAt = 10_000;

describe("the start of the new page", () => {
  it.each([
    ["Firefox's and the polyfill's pair", [9000.7, undefined]],
    ["Chromium's bare value", 9000.7],
  ])("is what the page says, in %s", (_shape, answer) => {
    expect(documentStart({ url, heardAt, browser: "firefox" }, answer, [])).toBe(9000);
  });

  it.each([
    ["could not be asked", undefined],
    ["answered with an error", [undefined, { isException: true }]],
    ["has a clock of its own", [99_999_999, undefined]],
    ["has a clock that stands still at zero", [0, undefined]],
    ["answers with something else", ["now", undefined]],
  ])("is that of its document's request where the page %s", (_why, answer) => {
    const documents = [
      { url: "https://shop.example.test/cart", startedAt: 5000 },
      { url: "https://shop.example.test/cart", startedAt: 8000 },
      { url: "https://ads.example.test/frame", startedAt: 8500 },
      { url: "https://shop.example.test/cart", startedAt: 11_000 },
    ];
    expect(documentStart({ url, heardAt, browser: "firefox" }, answer, documents)).toBe(8000);
  });

  it("is when Chromium told of it where nothing else is known, because Chromium tells at commit", () => {
    expect(documentStart({ url, heardAt, browser: "chromium" }, undefined, [])).toBe(heardAt);
  });

  it("is unknown in Firefox where nothing else is known, because Firefox tells late", () => {
    expect(documentStart({ url, heardAt, browser: "firefox" }, undefined, [])).toBeNull();
  });
});

describe("a document's own request", () => {
  it.each([
    ["Chromium's resource type", { _resourceType: "document" }],
    ["the Sec-Fetch-Dest header", { request: { headers: [{ name: "sec-fetch-dest", value: "document" }] } }],
  ])("is known by %s", (_sign, entry) => {
    expect(readSeenDocument(entry, url, 7)).toEqual({ url: "https://shop.example.test/cart", startedAt: 7 });
  });

  it.each([[undefined], [{}], [{ request: { headers: [null, { name: "Sec-Fetch-Dest", value: "empty" }] } }]])(
    "is not seen in %j",
    (entry) => {
      expect(readSeenDocument(entry, url, 7)).toBeUndefined();
    },
  );
});
