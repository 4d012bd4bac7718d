import { describe, expect, test } from "vitest";
import { decode } from "../decode/decode.ts";
import { readEntry } from "../exchange/read-entry.ts";
import { differences } from "./testing/differences.ts";
import { allProviders, providerFolders, samplesOf } from "./testing/sample-files.ts";

const providers = allProviders();

describe.each(providerFolders())("%s", (folder) => {
  test.each(samplesOf(folder))("given $name, decodes it as the sample says: $about", (sample) => {
    const read = readEntry(sample.entry, { id: sample.name });
    if (!read.ok) throw new Error(read.problem);
    const event = decode(read.exchange, providers);
    expect(differences(event, { providerId: sample.providerId, ...sample.event })).toEqual([]);
  });
});
