import { describe, expect, test } from "vitest";
import { columnTracks, COLUMNS, shownColumns } from "./columns.ts";

const names = (room: number, hidden: Parameters<typeof shownColumns>[0] = []) =>
  shownColumns(hidden, room).map(({ name }) => name);

describe("the columns that are shown", () => {
  test("are all that fit, the least needed left out first", () => {
    expect(names(2000)).toEqual(COLUMNS.map(({ name }) => name));
    expect(names(620)).not.toContain("waterfall");
    expect(names(620)).toContain("time");
    expect(names(385)).toEqual(["path", "status", "code", "advice"]);
    expect(names(10)).toEqual(["path", "status", "code", "advice"]);
  });

  test("leave out what was hidden, and make room by it", () => {
    expect(names(2000, ["time", "code"])).not.toContain("time");
    expect(names(560, ["provider", "method"])).toContain("time");
  });

  test("give way to the code and its message before they are cut short", () => {
    // The list beside its details.
    expect(names(640)).not.toContain("provider");
    expect(names(700)).toContain("provider");
  });

  test("are never none", () => {
    expect(
      names(
        2000,
        COLUMNS.map(({ name }) => name),
      ),
    ).toEqual(["path"]);
  });
});

describe("the tracks of the columns", () => {
  const columns = COLUMNS.filter(({ name }) => ["path", "status", "code"].includes(name));

  test("share what is left over, and keep what was chosen", () => {
    expect(columnTracks(columns, {})).toBe("minmax(110px, 3fr) 54px minmax(96px, 3fr)");
    expect(columnTracks(columns, { path: 300 })).toBe("minmax(110px, 300px) 54px minmax(96px, 3fr)");
  });

  test("fill the width where every column was resized", () => {
    expect(columnTracks(columns, { path: 300, code: 40 })).toBe("minmax(110px, 300px) 54px minmax(40px, 1fr)");
  });
});
