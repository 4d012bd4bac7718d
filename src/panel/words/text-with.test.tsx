import { expect, test } from "vitest";
import { drawn } from "../testing/render.ts";
import { textWith } from "./text-with.ts";

function shown(sentence: (place: string) => string): string {
  return drawn(<p>{textWith(sentence, <b>5 s</b>)}</p>).innerHTML;
}

test("an element appears in a sentence at the place that the language gives it", () => {
  expect(shown((place) => `At 12:00 (in ${place}).`)).toBe("<p>At 12:00 (in <b>5 s</b>).</p>");
  expect(shown((place) => `${place} until 12:00`)).toBe("<p><b>5 s</b> until 12:00</p>");
  expect(shown(() => "At 12:00 ")).toBe("<p>At 12:00 <b>5 s</b></p>");
});
