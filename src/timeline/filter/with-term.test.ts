import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches } from "../filter.ts";
import { parseFilter } from "./parse-filter.ts";
import { rowOf } from "../row.ts";
import { anEvent } from "../testing/an-event.ts";
import { withTerm } from "./with-term.ts";

describe("filtering like a row", () => {
  test("adds a word for the value", () => {
    expect(withTerm("", { key: "status", value: "404", isHidden: false })).toBe("status:404");
    expect(withTerm("status:404 ", { key: "code", value: "not_found", isHidden: true })).toBe(
      "status:404 -code:=not_found",
    );
  });

  test("inverts the opposite, and changes nothing if the word is there already", () => {
    const hide = { key: "code", value: "gone", isHidden: true };
    const shown = withTerm("method:GET", { ...hide, isHidden: false });
    expect(withTerm(`${shown} x`, hide)).toBe("method:GET -code:=gone x");
    expect(withTerm("-code:=gone", hide)).toBe("-code:=gone");
  });

  test("means the whole value: a longer code does not pass", () => {
    const filter = parseFilter(withTerm("", { key: "code", value: "not_found", isHidden: false }));
    const passes = (code: string) => {
      const event = anEvent({ code });
      return matches(filter, rowOf({ kind: "event", id: event.id, at: 0, event, findings: [], notes: [] }));
    };
    expect([passes("not_found"), passes("NOT_FOUND"), passes("token_not_found")]).toEqual([true, true, false]);
  });

  test("passes the row it was made of, whatever its code is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), (code) => {
        const event = anEvent({ code });
        const row = rowOf({ kind: "event", id: event.id, at: 0, event, findings: [], notes: [] });
        const filter = parseFilter(withTerm("", { key: "code", value: code, isHidden: false }));
        expect(filter.problems.length > 0 || matches(filter, row)).toBe(true);
      }),
    );
  });
});
