import { afterEach, expect, test } from "vitest";
import { keepFocus } from "./keep-focus.ts";

const root = document.createElement("div");

let stop = (): void => undefined;

afterEach(() => {
  stop();
  root.remove();
});

/** Draws this, gives an element the focus, and has the focus kept. */
function aPageWith(html: string, focused: string): HTMLElement {
  root.innerHTML = html;
  document.body.append(root);
  stop = keepFocus(root);
  const element = root.querySelector<HTMLElement>(focused);
  if (element === null) throw new Error(`no ${focused}`);
  element.focus();
  return element;
}

const focusedId = () => document.activeElement?.id;

test("where the element with the focus is taken away, the next tab stop has it", async () => {
  aPageWith('<button id="a"></button><p><button id="b"></button></p><button id="c"></button>', "#b").remove();
  await expect.poll(() => focusedId()).toBe("c");
});

test("the same where what holds the element is taken away", async () => {
  aPageWith('<ul><li><button id="a"></button></li></ul><input id="b">', "#a");
  root.querySelector("ul")?.remove();
  await expect.poll(() => focusedId()).toBe("b");
});

test("behind the last tab stop the one before takes over", async () => {
  aPageWith('<button id="a"></button><button id="b" disabled></button><button id="c"></button>', "#c").remove();
  await expect.poll(() => focusedId()).toBe("a");
});

test("a button that is switched off passes the focus on", async () => {
  aPageWith('<button id="a"></button><button id="b"></button>', "#a").setAttribute("disabled", "");
  await expect.poll(() => focusedId()).toBe("b");
});

test("within an open dialog the focus stays there", async () => {
  aPageWith(
    '<dialog open><button id="a"></button><button id="b"></button></dialog><button id="c"></button>',
    "#b",
  ).remove();
  await expect.poll(() => focusedId()).toBe("a");
});

test("what has been given the focus meanwhile keeps it", async () => {
  const element = aPageWith('<button id="a"></button><button id="b"></button><button id="c"></button>', "#a");
  element.remove();
  root.querySelector<HTMLElement>("#c")?.focus();
  await new Promise((resolve) => setTimeout(resolve));
  expect(focusedId()).toBe("c");
});
