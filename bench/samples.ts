import { providerFolders, samplesOf } from "../src/providers/testing/sample-files.ts";

/** The HAR entries of all samples in the catalogues. */
export function sampleEntries(): readonly unknown[] {
  return providerFolders().flatMap((folder) => samplesOf(folder).map(({ entry }) => entry));
}
