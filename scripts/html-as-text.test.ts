import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textInsteadOfHtml } from "./html-as-text.ts";

const preact = readFileSync(new URL("../node_modules/preact/dist/preact.mjs", import.meta.url), "utf8");

describe("taking markup out of Preact", () => {
  test("the installed Preact assigns no innerHTML afterwards", () => {
    expect(preact).toMatch(/\.innerHTML\s*=[^=]/);
    expect(textInsteadOfHtml(preact)).not.toMatch(/\.innerHTML\s*=[^=]/);
  });

  test("nothing else of it changes", () => {
    expect(textInsteadOfHtml(preact)?.replace(".textContent=h.__html", ".innerHTML=h.__html")).toBe(preact);
  });

  test("given a Preact that does it elsewhere or twice, refuses", () => {
    expect(textInsteadOfHtml("a.textContent=b")).toBeNull();
    expect(textInsteadOfHtml("a.innerHTML=b.__html;c.innerHTML=d.__html")).toBeNull();
  });
});
