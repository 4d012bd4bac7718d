import { decode } from "../src/decode/decode.ts";
import type { Exchange } from "../src/exchange/exchange.ts";
import { readEntry } from "../src/exchange/read-entry.ts";
import { allProviders } from "../src/providers/testing/sample-files.ts";
import { sampleEntries } from "./samples.ts";
import type { Figure } from "./figure.ts";

const PASSES = 30;

/** Decoding every sample of the catalogues, beside JSON.parse of the same bodies. */
export async function benchDecoding(): Promise<readonly Figure[]> {
  const providers = allProviders();
  const exchanges = sampleEntries().flatMap((entry, index): Exchange[] => {
    const read = readEntry(entry, { id: String(index) });
    return read.ok ? [read.exchange] : [];
  });
  const bodies = exchanges.flatMap(({ response: { body } }) => (body.kind === "text" ? [body.text] : []));
  const bytes = bodies.reduce((total, text) => total + Buffer.byteLength(text), 0);
  const parseMs = timed(() => {
    for (const text of bodies) parsed(text);
  });
  const decodeMs = timed(() => {
    for (const exchange of exchanges) decode(exchange, providers);
  });
  const rate = (milliseconds: number): number => bytes / 1e6 / (milliseconds / 1000);
  return [
    { name: "JSON.parse of the samples' bodies", value: rate(parseMs), unit: "MB/s" },
    { name: "decode of the samples (small bodies, all of an exchange)", value: rate(decodeMs), unit: "MB/s" },
    { name: "decode of one exchange", value: (decodeMs * 1000) / exchanges.length, unit: "µs" },
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Milliseconds of one pass, the shortest of many: the first ones pay for compiling. */
function timed(pass: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < PASSES; round += 1) {
    const began = performance.now();
    pass();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
