import { expect, test } from "vitest";
import { harEntry } from "./testing/corpus/case.ts";
import { eventOf, OUTPUTS, outputName, reportOf } from "./testing/formats.ts";
import { leaksOf } from "./testing/leaks.ts";

const secret = "q7Wm2ZxEXAMPLE94kTnB5vLp";
const frame = { functionName: secret, url: secret, lineNumber: 1, columnNumber: 1 };

/** An entry with text in every member that HAR 1.2 and the browsers know and a report has no use for. */
const entry = {
  ...harEntry({ body: "{}" }),
  comment: secret,
  pageref: secret,
  connection: secret,
  serverIPAddress: secret,
  _initiator: { type: "script", url: `https://a.test/${secret}`, stack: { callFrames: [frame] } },
  _webSocketMessages: [{ type: "send", opcode: 1, data: secret, time: 1 }],
  _priority: secret,
  _anything: { deep: secret },
  cache: { afterRequest: { comment: secret } },
};

test.each(OUTPUTS.map((output) => [outputName(output), output] as const))(
  "%s holds nothing of members that no report names",
  (_name, output) => {
    const result = reportOf(eventOf(entry), output);
    expect(result.ok && leaksOf(result.text, secret)).toEqual([]);
  },
);
