import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readEntryParts } from "./entry-parts.ts";
import { documentStart, readDocumentStart, readSeenDocument } from "./navigation.ts";

const url = "https://shop.example.test/cart#top";
const heardAt = 10_000;

describe("asking the page", () => {
  it.each([
    ["Firefox's and the polyfill's pair", [9000.7, undefined]],
    ["Chromium's bare value", 9000.7],
  ])("understands %s", async (_shape, answer) => {
    expect(await readDocumentStart(async () => answer)).toBe(9000.7);
  });

  it("asks again if the document cannot answer yet", async () => {
    const ask = vi
      .fn<() => Promise<unknown>>()
      .mockRejectedValueOnce(new Error("DevTools API encountered an error"))
      .mockResolvedValueOnce([undefined, { isError: true }])
      .mockResolvedValue(9000);
    expect(await readDocumentStart(ask)).toBe(9000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  describe("in vain", () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it.each([
      ["refuses", () => Promise.reject(new Error("refused"))],
      ["answers with something else", async () => ["now", undefined]],
      ["is paused at a breakpoint", () => new Promise(() => undefined)],
    ])("gives up on a page that %s", async (_how, ask) => {
      const start = readDocumentStart(ask);
      await vi.runAllTimersAsync();
      expect(await start).toBeUndefined();
    });
  });
});

describe("the start of the new page", () => {
  it("is what the page says", () => {
    expect(documentStart({ url, heardAt, browser: "firefox" }, 9000.7, [])).toBe(9000);
  });

  it.each([
    ["could not be asked", undefined],
    ["has a clock of its own", 99_999_999],
    ["has a clock that stands still at zero", 0],
  ])("is that of its document's request if the page %s", (_why, stated) => {
    const documents = [
      { url: "https://shop.example.test/cart", startedAt: 5000 },
      { url: "https://shop.example.test/cart", startedAt: 8000 },
      { url: "https://ads.example.test/frame", startedAt: 8500 },
      { url: "https://shop.example.test/cart", startedAt: 11_000 },
    ];
    expect(documentStart({ url, heardAt, browser: "firefox" }, stated, documents)).toBe(8000);
  });

  it("is when Chromium reported it if nothing else is known, because Chromium reports at commit", () => {
    expect(documentStart({ url, heardAt, browser: "chromium" }, undefined, [])).toBe(heardAt);
  });

  it("is unknown in Firefox if nothing else is known, because Firefox reports late", () => {
    expect(documentStart({ url, heardAt, browser: "firefox" }, undefined, [])).toBeNull();
  });
});

describe("a document's own request", () => {
  it.each([
    ["Chromium's resource type", { _resourceType: "document" }],
    ["the Sec-Fetch-Dest header", { request: { headers: [{ name: "sec-fetch-dest", value: "document" }] } }],
  ])("is known by %s", (_sign, entry) => {
    expect(readSeenDocument(readEntryParts(entry), url, 7)).toEqual({
      url: "https://shop.example.test/cart",
      startedAt: 7,
    });
  });

  it.each([[undefined], [{}], [{ request: { headers: [null, { name: "Sec-Fetch-Dest", value: "empty" }] } }]])(
    "is not seen in %j",
    (entry) => {
      expect(readSeenDocument(readEntryParts(entry), url, 7)).toBeUndefined();
    },
  );
});
