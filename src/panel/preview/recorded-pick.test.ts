import { expect, test } from "vitest";
import { at, keySpan, readNodes } from "../json-tree/json-nodes.ts";
import { recordedPick } from "./recorded-pick.ts";

const RECEIVED = '{"token":"EXAMPLE-secret","error":{"code":"x","list":[1,{"key":"EXAMPLE"}]}}';
const SHOWN = '{"token":"REDACTED-token-1-and-longer","error":{"code":"x","list":[1,{"key":"R"}]}}';

function nodesOf(text: string) {
  const nodes = readNodes(text, false);
  if (nodes === undefined) throw new Error("no JSON");
  return nodes;
}

test("a value of the shown body is the one in its place of the received one", () => {
  const nodes = nodesOf(SHOWN);
  const values = Array.from({ length: nodes.count }, (_, node) => {
    const isString = SHOWN.charAt(at(nodes.start, node)) === '"';
    const inside = isString ? 1 : 0;
    const [start, end] = [at(nodes.start, node) + inside, at(nodes.end, node) - inside];
    const pick = recordedPick({ side: "response", want: "value", start, end, isString }, SHOWN, RECEIVED);
    return pick?.want === "value" ? RECEIVED.slice(pick.start, pick.end) : undefined;
  });
  expect(values).toEqual([
    RECEIVED,
    "EXAMPLE-secret",
    '{"code":"x","list":[1,{"key":"EXAMPLE"}]}',
    "x",
    '[1,{"key":"EXAMPLE"}]',
    "1",
    '{"key":"EXAMPLE"}',
    "EXAMPLE",
  ]);
});

test("so is a path, step by step", () => {
  const nodes = nodesOf(SHOWN);
  const name = (node: number) => keySpan(nodes, node) ?? -1;
  const steps = [name(2), name(4), 1, name(7)];
  const pick = recordedPick({ side: "response", want: "js-path", steps }, SHOWN, RECEIVED);
  expect(
    pick?.want === "js-path" &&
      pick.steps.map((step) => (typeof step === "number" ? step : RECEIVED.slice(step.start, step.end))),
  ).toEqual(["error", "list", 1, "key"]);
});

test("where the received body has no such place there is nothing to pick", () => {
  const pick = { side: "response", want: "value", start: 1, end: 2, isString: false } as const;
  expect(recordedPick(pick, "[1]", "[]")).toBeUndefined();
  expect(recordedPick(pick, "[1]", "no JSON")).toBeUndefined();
});
