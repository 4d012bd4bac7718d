import { describe, expect, test } from "vitest";
import { compareCoverage } from "../catalogue/coverage.ts";
import { checkProvider, type OwnPart, type SampleFacts } from "../catalogue/check-provider.ts";
import { extensionSchema, isExtension } from "../catalogue/extension.ts";
import { watchedHosts } from "../catalogue/find-provider.ts";
import { readBySchema } from "../catalogue/read-provider.ts";
import { decode } from "../decode/decode.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { DOCUMENTED } from "./testing/documented-codes.ts";
import {
  allProviders,
  coverageOf,
  providerDocument,
  providerFolders,
  providerJson,
  samplesOf,
} from "./testing/sample-files.ts";

const providers = allProviders();

function factsOf(folder: string): readonly SampleFacts[] {
  return samplesOf(folder).flatMap((sample) => {
    const read = readEntry(sample.entry, { id: sample.name });
    const event = read.ok ? decode(read.exchange, providers) : undefined;
    if (event === undefined) return [];
    const { code, subcode, envelope, exchange } = event;
    const finer = subcode === undefined ? {} : { subcode };
    return [{ name: sample.name, status: exchange.response.status, code, ...finer, envelope }];
  });
}

describe.each(providerFolders())("%s", (folder) => {
  test("passes the catalogue check, with a sample for every code and every envelope", () => {
    const json = providerJson(folder);
    if (!isExtension(json)) expect(checkProvider(json, factsOf(folder))).toEqual([]);
    else {
      const read = readBySchema(extensionSchema, json);
      expect(read).toMatchObject({ ok: true });
      expect(checkProvider(providerDocument(folder), factsOf(folder), json as OwnPart)).toEqual([]);
    }
  });

  test("stands in a folder of its own id", () => {
    expect(providerDocument(folder).id).toBe(folder);
  });

  test("shares no host with another provider", () => {
    const { id, hosts } = providerDocument(folder);
    const others = providers.providers.filter((provider) => provider.id !== id);
    const taken = new Set(watchedHosts({ providers: others, mappings: [] }));
    expect(hosts.map(({ host }) => host).filter((host) => taken.has(host))).toEqual([]);
  });
});

test("every code that a reference names is in its document, or the list says why not", () => {
  const missing = providerFolders().flatMap((folder) =>
    (coverageOf(folder)?.references ?? []).flatMap((reference) =>
      compareCoverage(reference, providerDocument(folder)).unexplained.map((code) => `${folder}: ${code}`),
    ),
  );
  expect(missing).toEqual([]);
});

// The documented codes as plain data beside the documents: a code lost in an edit is noticed.
describe.each(Object.entries(DOCUMENTED))("the documented codes of %s", (folder, documented) => {
  const { codes } = providerDocument(folder);

  test("are all in the catalogue, and no other", () => {
    expect(Object.keys(codes).toSorted()).toEqual(documented.map(([code]) => code).toSorted());
  });

  test.each(documented)("%s: status %s, retry %s", (code, status, retry) => {
    expect(codes[code]).toMatchObject({ status, retry: { advise: retry } });
  });
});

describe("what a document must never say", () => {
  test("BlockSecOps: its terms forbid getting round limits, so no text advises further keys or accounts", () => {
    const text = JSON.stringify(providerDocument("blocksecops")).toLowerCase();
    expect(text).not.toMatch(
      /\b(second|another|additional|further|more|several|multiple|new) (api )?(key|account)s?\b/,
    );
  });

  test("ChainGuard: who owns the package of the documented sample is unknown, so no text names it", () => {
    expect(JSON.stringify(providerDocument("chainguard")).toLowerCase()).not.toMatch(/@chainguard|npm i|pip install/);
  });

  test.each(providerFolders())("%s: no sample holds a key that does not say that it is an example", (folder) => {
    const { authentication } = providerDocument(folder);
    const text = JSON.stringify(samplesOf(folder));
    for (const { prefix } of authentication.keys) {
      for (const match of text.matchAll(new RegExp(`\\b${prefix}(?=[A-Za-z0-9])`, "g"))) {
        expect(text.slice(match.index, match.index + prefix.length + 30)).toContain("EXAMPLE");
      }
    }
  });
});
