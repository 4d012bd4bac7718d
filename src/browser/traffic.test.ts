import { describe, expect, it } from "vitest";
import { createTraffic } from "./traffic.ts";

describe("the counters", () => {
  it("tell watched from other entries and show other hosts, most recent first", () => {
    const traffic = createTraffic("chromium");
    traffic.sawEntry("cdn.example.test", 1, 10, false);
    traffic.sawEntry("api.example.test", 2, 11, true);
    traffic.sawEntry("ads.example.test", 3, 12, false);
    traffic.sawEntry("cdn.example.test", 4, 13, false);
    traffic.sawEntry(undefined, 5, 14, false);
    expect(traffic.status(20)).toEqual({
      entriesSeen: 5,
      entriesWatched: 1,
      lastEntryAt: 14,
      otherHosts: [
        { host: "cdn.example.test", count: 2 },
        { host: "ads.example.test", count: 1 },
      ],
      navigations: 0,
      silentSinceNavigation: false,
    });
  });

  it("show at most 20 other hosts", () => {
    const traffic = createTraffic("chromium");
    for (let index = 0; index < 500; index++) traffic.sawEntry(`h${index}.example.test`, 1, 1, false);
    expect(traffic.status(2).otherHosts).toHaveLength(20);
    expect(traffic.status(2).otherHosts[0]?.host).toBe("h499.example.test");
  });
});

describe("silence since a navigation", () => {
  const page = "https://shop.example.test/";

  function navigated(browser: "chromium" | "firefox", url = page) {
    const traffic = createTraffic(browser);
    traffic.sawEntry("shop.example.test", 1000, 1200, false);
    traffic.sawNavigation(url, 5000);
    traffic.pageBegan(4000);
    return traffic;
  }

  it("is called in Firefox when nothing of the new page was told of", () => {
    expect(navigated("firefox").status(6000).silentSinceNavigation).toBe(true);
  });

  it("is not called before Firefox had time to tell", () => {
    expect(navigated("firefox").status(5900).silentSinceNavigation).toBe(false);
  });

  it("ends with the first request of the new page, and not with a late one of the old page", () => {
    const traffic = navigated("firefox");
    traffic.sawEntry("shop.example.test", 3999, 6000, false);
    expect(traffic.status(6100).silentSinceNavigation).toBe(true);
    traffic.sawEntry("shop.example.test", 4001, 6000, false);
    expect(traffic.status(6100).silentSinceNavigation).toBe(false);
  });

  it("is not called for a page that needs no request", () => {
    expect(navigated("firefox", "about:blank").status(9000).silentSinceNavigation).toBe(false);
  });

  it("is not called in Chromium, whose events no filter withholds", () => {
    expect(navigated("chromium").status(9000).silentSinceNavigation).toBe(false);
  });

  it("is called where not even the document was told of, so that the start of the page is unknown", () => {
    const traffic = navigated("firefox");
    traffic.pageBegan(null);
    expect(traffic.status(9000).silentSinceNavigation).toBe(true);
    traffic.sawEntry("shop.example.test", 1, 9100, false);
    expect(traffic.status(9200).silentSinceNavigation).toBe(false);
  });

  it("is not called while the page is still being asked when it began", () => {
    const traffic = createTraffic("firefox");
    traffic.sawNavigation(page, 5000);
    expect(traffic.status(9000).silentSinceNavigation).toBe(false);
  });
});
