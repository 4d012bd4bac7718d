import { describe, expect, it } from "vitest";
import { createTraffic } from "./traffic.ts";

describe("the counters", () => {
  const skipped = (host: string, failed = false) => ({ as: "skipped", host, failed }) as const;

  it("tell API calls from other entries, and name the hosts that were skipped with their failures", () => {
    const traffic = createTraffic("chromium");
    traffic.sawEntry(skipped("metrics.example.test"), 1, 10);
    traffic.sawEntry({ as: "call" }, 2, 11);
    traffic.sawEntry(skipped("ads.example.test"), 3, 12);
    traffic.sawEntry(skipped("metrics.example.test", true), 4, 13);
    traffic.sawEntry({ as: "other" }, 5, 14);
    expect(traffic.status(20)).toEqual({
      entriesSeen: 5,
      callsSeen: 4,
      callsRecorded: 1,
      lastEntryAt: 14,
      skippedHosts: [
        { host: "metrics.example.test", calls: 2, failures: 1 },
        { host: "ads.example.test", calls: 1, failures: 0 },
      ],
      navigations: 0,
      silentSinceNavigation: false,
    });
  });

  it("remember the 200 hosts that were skipped last", () => {
    const traffic = createTraffic("chromium");
    for (let index = 0; index < 500; index++) traffic.sawEntry(skipped(`h${index}.example.test`), 1, 1);
    expect(traffic.status(2).skippedHosts).toHaveLength(200);
    expect(traffic.status(2).skippedHosts[0]?.host).toBe("h499.example.test");
  });

  it("forget the skipped hosts after a clear, and count on", () => {
    const traffic = createTraffic("chromium");
    traffic.sawEntry(skipped("ads.example.test"), 1, 1);
    traffic.forgetSkipped();
    expect(traffic.status(2)).toMatchObject({ skippedHosts: [], callsSeen: 1 });
  });
});

describe("silence since a navigation", () => {
  const page = "https://shop.example.test/";

  function navigated(browser: "chromium" | "firefox", url = page) {
    const traffic = createTraffic(browser);
    traffic.sawEntry({ as: "other" }, 1000, 1200);
    traffic.sawNavigation(url, 5000);
    traffic.pageBegan(4000);
    return traffic;
  }

  it("is called in Firefox if nothing of the new page was reported", () => {
    expect(navigated("firefox").status(6000).silentSinceNavigation).toBe(true);
  });

  it("is not called before Firefox had time to tell", () => {
    expect(navigated("firefox").status(5900).silentSinceNavigation).toBe(false);
  });

  it("ends with the first request of the new page, and not with a late one of the old page", () => {
    const traffic = navigated("firefox");
    traffic.sawEntry({ as: "other" }, 3999, 6000);
    expect(traffic.status(6100).silentSinceNavigation).toBe(true);
    traffic.sawEntry({ as: "other" }, 4001, 6000);
    expect(traffic.status(6100).silentSinceNavigation).toBe(false);
  });

  it("is not called for a page that needs no request", () => {
    expect(navigated("firefox", "about:blank").status(9000).silentSinceNavigation).toBe(false);
  });

  it("is not called in Chromium, whose events no filter withholds", () => {
    expect(navigated("chromium").status(9000).silentSinceNavigation).toBe(false);
  });

  it("is called if not even the document was reported, so that the start of the page is unknown", () => {
    const traffic = navigated("firefox");
    traffic.pageBegan(null);
    expect(traffic.status(9000).silentSinceNavigation).toBe(true);
    traffic.sawEntry({ as: "other" }, 1, 9100);
    expect(traffic.status(9200).silentSinceNavigation).toBe(false);
  });

  it("is not called while the page is still being asked when it began", () => {
    const traffic = createTraffic("firefox");
    traffic.sawNavigation(page, 5000);
    expect(traffic.status(9000).silentSinceNavigation).toBe(false);
  });
});
