import { expect, test } from "vitest";
import { drawn } from "../testing/render.ts";
import { byRole, press } from "../testing/roles.ts";
import { SettingsDrawer } from "./settings-drawer.tsx";
import { settingsPorts } from "./testing/settings-ports.ts";

function aDrawer() {
  let closed = 0;
  const root = drawn(
    <SettingsDrawer
      ports={settingsPorts()}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  const dialog = root.querySelector("dialog");
  if (dialog === null) throw new Error("no dialog");
  return { root, dialog, closed: () => closed };
}

test("the drawer is a modal dialog with the name of what it holds", () => {
  const { dialog } = aDrawer();
  expect(dialog.open).toBe(true);
  const name = document.getElementById(dialog.getAttribute("aria-labelledby") ?? "");
  expect(name?.textContent).toBe("Settings");
});

test("Esc closes the drawer and nothing else hears of it", () => {
  const { dialog, closed } = aDrawer();
  expect(press(dialog, "Escape")).toBe(false);
  expect([dialog.open, closed()]).toEqual([false, 1]);
});

test("keys of the panel rest while the drawer is open", () => {
  const { dialog } = aDrawer();
  let heard = 0;
  const hear = (): void => {
    heard += 1;
  };
  document.addEventListener("keydown", hear);
  press(dialog, "l", { ctrlKey: true });
  document.removeEventListener("keydown", hear);
  expect(heard).toBe(0);
});

test("its button closes the drawer", () => {
  const { root, closed } = aDrawer();
  byRole(root, "button", "Close the settings").click();
  expect(closed()).toBe(1);
});

test("Tab goes round within the drawer: hidden file fields are no ends of it", () => {
  const { root, dialog } = aDrawer();
  const last = byRole(root, "button", "Reset settings");
  last.focus();
  expect(press(last, "Tab")).toBe(false);
  const first = byRole(dialog, "button", "Close the settings");
  expect(document.activeElement).toBe(first);
  press(first, "Tab", { shiftKey: true });
  expect(document.activeElement).toBe(last);
});
