import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Row } from "../../timeline/row.ts";
import { useHeldRows } from "./held-rows.ts";
import { aCall, aFeed, aPanel } from "../testing/panel.tsx";
import { allByRole } from "../testing/roles.ts";

const ROWS: readonly Row[] = [{ kind: "navigation", id: "a", at: 0, url: "https://app.example/" }];

type Props = { readonly rows: readonly Row[]; readonly total: number; readonly filterText: string };

function aList() {
  const host = document.createElement("div");
  let shown: readonly Row[] | undefined;
  function List({ rows, total, filterText }: Props) {
    shown = useHeldRows(rows, { shown: rows.length, total, errors: 0 }, filterText);
    return null;
  }
  return (props: Props): number => {
    void act(() => render(<List {...props} />, host));
    return shown?.length ?? 0;
  };
}

const wait = (ms: number): void => void act(() => void vi.advanceTimersByTime(ms));

describe("a list that a filter empties", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("stays while the filter is being typed, and is empty once it is not", () => {
    const show = aList();
    show({ rows: ROWS, total: 1, filterText: "" });
    expect(show({ rows: [], total: 1, filterText: "sta" })).toBe(1);
    wait(200);
    expect(show({ rows: [], total: 1, filterText: "stat" })).toBe(1);
    wait(299);
    expect(show({ rows: [], total: 1, filterText: "stat" })).toBe(1);
    wait(1);
    expect(show({ rows: [], total: 1, filterText: "stat" })).toBe(0);
  });

  test("stays empty while more is typed that nothing has", () => {
    const show = aList();
    show({ rows: ROWS, total: 1, filterText: "" });
    show({ rows: [], total: 1, filterText: "zz" });
    wait(300);
    expect(show({ rows: [], total: 1, filterText: "zzz" })).toBe(0);
  });

  test("has its rows at once where the filter lets any through", () => {
    const show = aList();
    show({ rows: ROWS, total: 1, filterText: "" });
    show({ rows: [], total: 1, filterText: "status" });
    expect(show({ rows: ROWS, total: 1, filterText: "status:" })).toBe(1);
    wait(1000);
    expect(show({ rows: ROWS, total: 1, filterText: "status:" })).toBe(1);
  });

  test("is empty at once where nobody typed, and where there is nothing without the filter either", () => {
    const show = aList();
    show({ rows: ROWS, total: 1, filterText: "" });
    expect(show({ rows: [], total: 1, filterText: "" })).toBe(0);
    show({ rows: ROWS, total: 1, filterText: "" });
    expect(show({ rows: [], total: 0, filterText: "sta" })).toBe(0);
  });
});

test("the panel's list stays while the name of a key is typed, and says that nothing is found once it is not", async () => {
  const panel = await aPanel({ feed: aFeed([aCall({ id: "a", status: 404, code: "not_found" })]) });
  const grids = (): number => allByRole(panel.root, "grid").length;
  const type = (written: string): void => {
    const field = panel.root.querySelector<HTMLInputElement>(".filter-input");
    void act(() => {
      if (field === null) return;
      field.value = written;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    type("provi");
    expect(grids()).toBe(1);
    wait(300);
    expect(grids()).toBe(0);
    expect(panel.root.textContent).toContain("No rows match the filter (1 hidden)");
  } finally {
    vi.useRealTimers();
  }
});
