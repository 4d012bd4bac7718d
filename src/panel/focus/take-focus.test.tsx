import { expect, test } from "vitest";
import { aCall, aFeed, aPanel } from "../testing/panel.tsx";
import { byRole, press } from "../testing/roles.ts";

test("a key that reaches the page where nothing has the focus is the list's", async () => {
  const panel = await aPanel({ feed: aFeed([aCall({ id: "a" }), aCall({ id: "b", at: 10 })]) });
  expect(document.activeElement).toBe(document.body);
  expect(press(document.body, "End")).toBe(false);
  await panel.settled();
  expect(document.activeElement).toBe(byRole(panel.root, "grid"));
  expect(panel.root.querySelector('.row[aria-selected="true"]')?.id).toBe("row-b");
  panel.unmount();
});

test("Tab goes its own way, and a panel that is gone takes no keys", async () => {
  const panel = await aPanel({ feed: aFeed([aCall()]) });
  expect(press(document.body, "Tab")).toBe(true);
  expect(document.activeElement).toBe(document.body);
  panel.unmount();
  expect(press(document.body, "End")).toBe(true);
});

test("keys do not go past an open dialog, nor reach a panel that something lies over", async () => {
  const panel = await aPanel({ feed: aFeed([aCall()]) });
  const dialog = document.createElement("dialog");
  dialog.open = true;
  panel.root.append(dialog);
  const heard: string[] = [];
  dialog.addEventListener("keydown", ({ key }) => heard.push(key));
  press(document.body, "Escape");
  expect(heard).toEqual(["Escape"]);
  dialog.remove();
  panel.root.inert = true;
  press(document.body, "l", { ctrlKey: true });
  await panel.settled();
  expect(byRole(panel.root, "grid").textContent).toContain("/v1/things");
  panel.unmount();
});

test("the list takes the focus when the page gets it, and only where nothing in it has it", async () => {
  const panel = await aPanel({ feed: aFeed([aCall()]) });
  const focusPage = async (): Promise<void> => {
    window.dispatchEvent(new Event("focus"));
    await panel.settled();
  };
  const button = byRole(panel.root, "button", "Settings");
  button.focus();
  await focusPage();
  expect(document.activeElement).toBe(button);
  button.blur();
  await focusPage();
  expect(document.activeElement).toBe(byRole(panel.root, "grid"));
  panel.unmount();
});
