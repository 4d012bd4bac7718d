import { type ComponentChild, render } from "preact";
import { signal } from "@preact/signals";
import { onTestFinished } from "vitest";
import type { Clock } from "../feed/clock.ts";

/** Draws one component in the document, until the test has ended, and returns its root. */
export function drawn(component: ComponentChild): HTMLElement {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  render(component, root);
  onTestFinished(() => render(null, root));
  return root;
}

/** A clock that stands still. */
export function aClock(now: number): Clock {
  return { now: signal(now), watch: () => () => undefined, stop: () => undefined };
}

/** All text of an element with white space collapsed, as a reader gets it. */
export function textOf(element: Element): string {
  return element.textContent.replaceAll(/\s+/g, " ").trim();
}
