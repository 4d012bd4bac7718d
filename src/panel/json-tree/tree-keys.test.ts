import { describe, expect, test } from "vitest";
import { readNodes } from "./json-nodes.ts";
import { openAll, visibleNodes } from "./open-nodes.ts";
import { moveInTree } from "./tree-keys.ts";

const read = readNodes('{"a":{"b":[1,2]},"c":{"d":3},"e":4}', false);
if (read === undefined) throw new Error("no JSON");
const nodes = read;

function move(active: number, key: string, isOpen = true) {
  const open = openAll(nodes, isOpen);
  return moveInTree(nodes, { open, visible: visibleNodes(nodes, open), active }, key, 3);
}

describe("the keys of a tree", () => {
  test("move within the rows and stop at both ends", () => {
    expect([move(7, "ArrowDown"), move(0, "ArrowUp"), move(0, "PageDown"), move(7, "PageUp")]).toEqual([
      { active: 7 },
      { active: 0 },
      { active: 3 },
      { active: 4 },
    ]);
  });

  test("to the right open a closed node, and go into an open one", () => {
    expect(move(1, "ArrowRight", false)?.open?.[1]).toBe(1);
    expect(move(1, "ArrowRight")).toEqual({ active: 2 });
    expect(move(7, "ArrowRight")).toEqual({});
  });

  test("to the left close an open node, and go out of a value", () => {
    expect(move(1, "ArrowLeft")?.open?.[1]).toBe(0);
    expect(move(3, "ArrowLeft")).toEqual({ active: 2 });
  });

  test("* opens all siblings; other keys are left to others", () => {
    expect([...(move(1, "*", false)?.open ?? [])]).toEqual([1, 1, 0, 0, 0, 1, 0, 0]);
    expect(move(1, "F5")).toBeUndefined();
  });
});
