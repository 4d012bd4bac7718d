import { afterEach, describe, expect, test } from "vitest";
import english from "../../../public/_locales/en/messages.json";
import { messagesFrom } from "./fill-message.ts";
import { countText, setMessages, text } from "./text.ts";

describe("the panel's words", () => {
  afterEach(() => setMessages(messagesFrom(english)));

  test("come from the messages that the page set, with values in their places", () => {
    setMessages(messagesFrom({ toolbarClear: { message: "$2 before $1 for $$5" } }));
    expect(text("toolbarClear", "a", 7)).toBe("7 before a for $5");
  });

  test("are the key where a translation is missing, never nothing", () => {
    setMessages(() => "");
    expect(text("toolbarClear")).toBe("toolbarClear");
  });

  test("a message without values is looked up once", () => {
    let lookUps = 0;
    setMessages(() => {
      lookUps += 1;
      return "Clear";
    });
    expect([text("toolbarClear"), text("toolbarClear"), lookUps]).toEqual(["Clear", "Clear", 1]);
  });

  test("choose the singular for one alone", () => {
    setMessages((key, [count]) => `${key} ${count}`);
    expect(countText("toolbarClear", "toolbarRecord", 1)).toBe("toolbarClear 1");
    expect(countText("toolbarClear", "toolbarRecord", 0)).toBe("toolbarRecord 0");
  });
});
