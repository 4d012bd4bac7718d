import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generic } from "../testing/generic.ts";
import { SHAPES } from "./find-shape.ts";
import { VENDOR_FAILURES } from "./vendor-failures.ts";

const DOCUMENT = readFileSync(new URL("../../../docs/envelopes.md", import.meta.url), "utf8");

/** A row's cells; a bar inside a cell is written \|. */
function rowsAfter(heading: string): readonly (readonly string[])[] {
  const section = DOCUMENT.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .replaceAll("\\|", "\u0000")
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.replaceAll("\u0000", "|").trim()),
  );
}

/** 403 `Server: cloudflare` is a status and a header. */
function answerOf(cell: string, sample: string) {
  const header = /`([^:]+): (.*)`/.exec(cell);
  return {
    status: Number(/^\d{3}/.exec(cell)?.[0]),
    responseHeaders: header?.[1] === undefined || header[2] === undefined ? {} : { [header[1]]: header[2] },
    // A line's end is written <LF>: a table's cell has one line.
    body: sample.replace(/^`(.*)`$/, "$1").replaceAll("<LF>", "\n"),
  };
}

const ROWS = rowsAfter("The table");

describe("each row of the table of envelopes is read as it says", () => {
  test.each(ROWS)("%s, %s: %s", (form, answer, sample, code, retry) => {
    const event = generic(answerOf(answer, sample));
    expect(event).toMatchObject({ outcome: "failure", envelope: form, code: code === "–" ? null : code });
    expect(event.advice.retry).toBe(retry);
    expect(event.title).not.toBe("");
    expect(event.docs).toMatch(/^https:/);
  });

  test("every shape has a row", () => {
    const documented = new Set(ROWS.map(([form]) => form));
    const names = [...SHAPES.map(({ name }) => name), ...VENDOR_FAILURES.map(([name]) => name)];
    expect(names.filter((name) => !documented.has(name) && name !== "user errors of a mutation")).toEqual([]);
  });

  test("the Content-Type decides nothing", () => {
    for (const [form = "", answer = "", sample = ""] of ROWS)
      for (const mimeType of ["text/html", "text/plain", ""])
        expect(generic({ ...answerOf(answer, sample), mimeType }).envelope).toBe(form);
  });
});

test.each(rowsAfter("Pages of gateways"))("%s, %s: %s is named", (gateway, answer, sample) => {
  const event = generic(answerOf(answer, sample));
  expect(event).toMatchObject({ outcome: "failure", meaning: "unreadable" });
  expect(event.explanation).toContain(`It is a page of ${gateway}`);
});
