import { describe, expect, test } from "vitest";
import { harEntry, type CorpusEntry } from "../testing/corpus/case.ts";
import { eventOf, reportOf } from "../testing/formats.ts";

const RANDOM = "q7Wm2ZxEXAMPLE94kTnB5vLp";
const HEX = "5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060";

function uncertain(entry: CorpusEntry) {
  const result = reportOf(eventOf(harEntry(entry)), { format: "markdown" });
  if (!result.ok) throw new Error(result.reason);
  return result.uncertain;
}

describe("what a reader should look at", () => {
  test("is a random-looking value under a name that says nothing, with its place", () => {
    expect(uncertain({ body: JSON.stringify({ blob: RANDOM }) })).toEqual([
      { state: "kept", reason: "random", text: RANDOM, name: "blob", where: "response body" },
    ]);
  });

  test("is one under a name that is nearly a secret's", () => {
    expect(uncertain({ body: JSON.stringify({ token_reference_id: RANDOM }) })).toMatchObject([
      { reason: "near-secret-name", name: "token_reference_id" },
    ]);
  });

  test("is 32 bytes in hexadecimal that nothing calls a hash", () => {
    expect(uncertain({ body: JSON.stringify({ result: `0x${HEX}` }) })).toMatchObject([{ reason: "hex" }]);
    expect(uncertain({ body: JSON.stringify({ tx_hash: `0x${HEX}` }) })).toEqual([]);
  });

  test("is what was cut for its look alone, with what brings it back", () => {
    expect(uncertain({ url: `https://api.urblock.io/v1/tokens?zz=${RANDOM}` })).toEqual([
      {
        state: "redacted",
        reason: "guessed",
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        kind: "unknown",
        number: 1,
        where: "URL",
      },
    ]);
  });

  test("is neither a request id, nor a trace header, nor an address, nor a word", () => {
    expect(
      uncertain({
        requestHeaders: [["traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"]],
        responseHeaders: [["x-request-id", "req_9fK2mQ8xZ1pL4vT7aB3c"]],
        body: JSON.stringify({
          error: { code: "insufficient_token_allowance_for_transfer" },
          to: "0x742d35Cc6634C0532925a3b844Bc454c459dFE2C",
          meta: { requestId: "req_9fK2mQ8xZ1pL4vT7aB3c" },
        }),
      }),
    ).toEqual([]);
  });

  test("names each value once, and no more than can be read", () => {
    const many = Array.from({ length: 200 }, (_, index) => `${RANDOM}${index}aB`);
    expect(uncertain({ body: JSON.stringify({ blob: [...many, ...many] }) })).toHaveLength(30);
  });
});
