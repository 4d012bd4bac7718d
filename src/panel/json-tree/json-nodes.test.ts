import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, type JsonNodes, kindOf, readNodes, startNodes } from "./json-nodes.ts";
import { shownPath, stepsTo } from "./node-path.ts";
import { openAll, openAtFirst, revealing, rowOf, visibleNodes, withNode, withSiblings } from "./open-nodes.ts";
import { matchFrom, NOT_SEARCHED, searchOn } from "./search-nodes.ts";
import { shownKey, shownValue, wholeValue } from "./token-text.ts";

function nodesOf(text: string, wasCut = false): JsonNodes {
  const nodes = readNodes(text, wasCut);
  if (nodes === undefined) throw new Error(`no JSON: ${text.slice(0, 80)}`);
  return nodes;
}

/** Every node as "key=value", scalars only. */
function scalars(nodes: JsonNodes): readonly string[] {
  return Array.from({ length: nodes.count }, (_, node) => node)
    .filter((node) => !["object", "array"].includes(kindOf(nodes, node)))
    .map((node) => `${shownPath(nodes, node)}=${shownValue(nodes, node).text}`);
}

/** The value again, built from the nodes alone. */
function rebuilt(nodes: JsonNodes, node = 0): unknown {
  const kind = kindOf(nodes, node);
  if (kind !== "object" && kind !== "array") return JSON.parse(nodes.text.slice(nodes.start[node], nodes.end[node]));
  const children: (readonly [unknown, unknown])[] = [];
  for (let child = node + 1; child < at(nodes.next, node); child = at(nodes.next, child)) {
    const step = stepsTo(nodes, child).at(-1) ?? -1;
    const key = typeof step === "number" ? step : JSON.parse(`"${nodes.text.slice(step.start, step.end)}"`);
    children.push([key, rebuilt(nodes, child)]);
  }
  expect(at(nodes.size, node)).toBe(children.length);
  return kind === "array" ? children.map(([, value]) => value) : Object.fromEntries(children);
}

describe("the nodes of a JSON text", () => {
  test("are the same when it is listed in portions", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 20 }), (value, portion) => {
        const text = JSON.stringify(value);
        const list = startNodes(text, false);
        let nodes: JsonNodes | undefined;
        for (let turn = 0; nodes === undefined && turn <= text.length; turn += 1) nodes = list?.(portion);
        expect(nodes).toEqual(nodesOf(text));
      }),
    );
  });

  test("say the same as the text, for any value and any indentation", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(rebuilt(nodesOf(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test("keep numbers digit for digit and members that come twice", () => {
    const nodes = nodesOf('{"id":12345678901234567890123,"id":1.10e+02,"ok":true}');
    expect(scalars(nodes)).toEqual(["id=12345678901234567890123", "id=1.10e+02", "ok=true"]);
  });

  test("are none where the text is no JSON", () => {
    for (const text of ["", "<h1>502</h1>", "{'a':1}", '{"a":1} x', "[1,]"])
      expect(readNodes(text, true)).toBeUndefined();
  });

  test("go as far as a cut text goes, and only where it is known to be cut", () => {
    const text = '{"items":[{"name":"one"},{"name":"tw';
    expect(readNodes(text, false)).toBeUndefined();
    expect(scalars(nodesOf(text, true))).toEqual(['items[0].name="one"', 'items[1].name="tw']);
    expect(scalars(nodesOf('{"a":1,"b', true))).toEqual(["a=1", "b="]);
  });

  test("of text cut anywhere never fail", () => {
    const text = JSON.stringify({ a: ['x"\\y', { b: null, "": -1.5e3 }], c: {} }, null, 1);
    for (let end = 1; end < text.length; end += 1) {
      const nodes = readNodes(text.slice(0, end), true);
      expect(nodes?.count ?? 0).toBeGreaterThan(0);
    }
  });

  test("of a nesting 100,000 deep are all there", () => {
    const nodes = nodesOf(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect([nodes.count, at(nodes.depth, 99_999), stepsTo(nodes, 99_999).length]).toEqual([100_000, 99_999, 99_999]);
    expect(shownPath(nodes, 99_999)).toBe(`…${"[0]".repeat(40)}`);
  });
});

describe("the texts of a tree", () => {
  test("show strings readably and what cannot be seen as escapes", () => {
    const nodes = nodesOf(String.raw`{"caf\u00e9":"line\nnext \u202e back"}`);
    expect(shownKey(nodes, 1)).toBe('"café"');
    expect(shownValue(nodes, 1)).toEqual({ text: String.raw`"line\nnext \u202e back"`, more: 0 });
    expect(wholeValue(nodes, 1)).toBe("line\nnext \u202e back");
  });

  test("cut long values and say how much is left", () => {
    const shown = shownValue(nodesOf(`["${"x".repeat(5_000)}"]`), 1);
    expect([shown.text.length, shown.more]).toEqual([2_000, 3_002]);
  });

  test("put names that are no names in quotes", () => {
    const nodes = nodesOf('{"":1,"a b":2,"request_id":3}');
    expect([1, 2, 3].map((node) => shownKey(nodes, node))).toEqual(['""', '"a b"', "request_id"]);
    expect([1, 2, 3].map((node) => shownPath(nodes, node))).toEqual(['[""]', '["a b"]', "request_id"]);
  });
});

describe("open and closed", () => {
  const nodes = nodesOf('{"a":{"b":[1,2]},"c":{"d":3},"e":4}');
  const shown = (open: Uint8Array): readonly string[] =>
    [...visibleNodes(nodes, open)].map((node) => shownKey(nodes, node));

  test("what is open decides the rows", () => {
    expect(shown(openAll(nodes, true))).toEqual(["", "a", "b", "0", "1", "c", "d", "e"]);
    expect(shown(openAll(nodes, false))).toEqual(["", "a", "c", "e"]);
    expect(shown(withNode(openAll(nodes, false), 5, true))).toEqual(["", "a", "c", "d", "e"]);
    expect(shown(revealing(nodes, openAll(nodes, false), 4))).toEqual(["", "a", "b", "0", "1", "c", "e"]);
    expect(shown(withSiblings(nodes, openAll(nodes, false), 1))).toEqual(["", "a", "b", "c", "d", "e"]);
  });

  test("a hidden node's row is that of the closed container around it", () => {
    const visible = visibleNodes(nodes, openAll(nodes, false));
    expect([0, 1, 3, 5, 6, 7].map((node) => rowOf(visible, node))).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test("small bodies are open at first, large ones but for the top", () => {
    expect(visibleNodes(nodes, openAtFirst(nodes))).toHaveLength(8);
    const large = nodesOf(JSON.stringify(Array.from({ length: 200 }, (_, id) => ({ id }))));
    expect(visibleNodes(large, openAtFirst(large))).toHaveLength(201);
  });
});

describe("the search in a body", () => {
  const found = (text: string, wanted: string): readonly string[] => {
    const nodes = nodesOf(text);
    let state = NOT_SEARCHED;
    while (state.next < nodes.count) state = searchOn(nodes, wanted, state);
    return state.found.map((node) => shownPath(nodes, node));
  };

  test("finds names and values, without regard to case, each node once", () => {
    expect(found('{"Code":"code red","list":["CODE",7],"other":1}', "code")).toEqual(["Code", "list[0]"]);
    expect(found('{"a":1705323600,"b":true}', "5323")).toEqual(["a"]);
  });

  test("finds what a string stands for, not how it is spelt, and nothing between tokens", () => {
    expect(found(String.raw`{"a":"caf\u00e9"}`, "café")).toEqual(["a"]);
    expect(found('{"a":"b","c":"d"}', ":")).toEqual([]);
    expect(found('{"a":"b","c":"d"}', '"')).toEqual([]);
  });

  test("of a large body goes on in portions and misses nothing", () => {
    const text = JSON.stringify(Array.from({ length: 60_000 }, (_, id) => `item ${id}`));
    expect(found(text, "ITEM 5999")).toHaveLength(11);
  });

  test("goes to the next and the previous match, round the end", () => {
    expect([matchFrom([3, 8], 3, 1), matchFrom([3, 8], 8, 1), matchFrom([3, 8], 0, -1), matchFrom([], 0, 1)]).toEqual([
      1, 0, 1, -1,
    ]);
  });
});
