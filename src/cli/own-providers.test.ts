import { describe, expect, test } from "vitest";
import { anEntry } from "../exchange/testing/an-entry.ts";
import { providerDocument } from "../providers/testing/sample-files.ts";
import { har, run } from "./testing/run.ts";

const urblock = providerDocument("urblock");
const own = { ...urblock, id: "shop", name: "Shop", hosts: [{ host: "api.shop.example.test", source: "seed" }] };
const failed = anEntry({
  status: 429,
  url: "https://api.shop.example.test/v1/tokens",
  body: JSON.stringify({ error: { code: "rate_limited", message: "m" } }),
});
const files = { "a.har": har(failed), "docs/shop.json": JSON.stringify(own, null, 2) };

describe("--providers", () => {
  test("decodes with the documents of a folder", async () => {
    const { code, out } = await run(["decode", "a.har", "--json", "--providers", "docs"], files);
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ provider: "shop", code: "rate_limited", meaning: "known" });
  });

  test("a host can be mapped to such a document", async () => {
    const local = { ...files, "a.har": har(anEntry({ url: "http://localhost:4010/v1/x", status: 500 })) };
    const args = ["decode", "a.har", "--json", "--providers", "docs", "--provider", "localhost:4010=shop"];
    const { out } = await run(args, local);
    expect(JSON.parse(out[0] ?? "").provider).toBe("shop");
  });

  test("names a document that cannot be used at its line and column, and exits with 2", async () => {
    const bad = JSON.stringify({ ...own, hosts: [{ host: "not a host", source: "seed" }] }, null, 2);
    const line = bad.split("\n").findIndex((text) => text.includes("not a host")) + 1;
    const { code, out, err } = await run(["decode", "a.har", "--providers", "docs"], {
      ...files,
      "docs/shop.json": bad,
    });
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toMatch(new RegExp(`^docs/shop\\.json:${line}:\\d+: error: /hosts/0/host: `));
  });

  test("names text that is no JSON at its line and column", async () => {
    const { code, err } = await run(["decode", "a.har", "--providers", "docs"], {
      ...files,
      "docs/x.json": '{\n  "a": ,\n}',
    });
    expect(code).toBe(2);
    expect(err.join("\n")).toMatch(/docs\/x\.json:2:8: error: /);
  });

  test("refuses an id that stands in two files, and a folder that is not there", async () => {
    const twice = { ...files, "docs/two.json": JSON.stringify(own) };
    const ran = await run(["decode", "a.har", "--providers", "docs"], twice);
    expect(ran.code).toBe(2);
    expect(ran.err.join()).toMatch(/the id "shop" stands in docs\/shop\.json, too/);
    expect((await run(["decode", "a.har", "--providers", "nowhere"], files)).code).toBe(2);
  });
});
