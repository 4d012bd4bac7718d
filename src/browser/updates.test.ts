import { expect, it, vi } from "vitest";
import { holdBackUpdates } from "./updates.ts";

vi.mock("webextension-polyfill", () => ({ default: { runtime: {} } }));

it("listens for updates, so that Firefox lets them wait", () => {
  const listeners: unknown[] = [];
  holdBackUpdates({ onUpdateAvailable: { addListener: (listener) => listeners.push(listener) } });
  expect(listeners).toHaveLength(1);
});

it("does without the event where DevTools pages do not have it", () => {
  expect(() => holdBackUpdates()).not.toThrow();
});
