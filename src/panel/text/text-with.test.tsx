import { afterEach, expect, test } from "vitest";
import english from "../../../public/_locales/en/messages.json";
import { drawn } from "../testing/render.ts";
import { messagesFrom } from "./fill-message.ts";
import { setMessages } from "./text.ts";
import { textWith } from "./text-with.ts";

afterEach(() => setMessages(messagesFrom(english)));

function shown(message: string): string {
  setMessages(messagesFrom({ limitsResetsAt: { message } }));
  return drawn(<p>{textWith("limitsResetsAt", <b>5 s</b>, "12:00")}</p>).innerHTML;
}

test("an element takes its place among the words, wherever a translation puts it", () => {
  expect(shown("At $1 (in $2).")).toBe("<p>At 12:00 (in <b>5 s</b>).</p>");
  expect(shown("$2 until $1")).toBe("<p><b>5 s</b> until 12:00</p>");
  expect(shown("At $1 ")).toBe("<p>At 12:00 <b>5 s</b></p>");
});
