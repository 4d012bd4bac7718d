import type { DemoError } from "../stand-in/demo-error.ts";
import { FAULTS, type FaultName } from "../stand-in/fault-names.ts";
import type { ApiName } from "./keys.ts";
import type { Demo } from "./demo.ts";

/** Fills the drawer: a button for each documented error, each fault and each pattern of calls. */
export function fillDrawer(place: Element, demo: Demo, tables: Readonly<Record<ApiName, readonly DemoError[]>>): void {
  const patterns: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["burst until the window is full", () => demo.burst("chainguard")],
    ["retry at once", () => demo.retryWithoutBackoff("blocksecops")],
    ["retry with backoff", () => demo.retryWithBackoff("urblock")],
    ["wrong password", () => demo.signIn("dev@mintboard.example", "EXAMPLE-wrong-pass")],
    ["mint over the cap", () => demo.mintTooMuch()],
    ["give a slow call up", () => demo.abortCall("chainguard")],
    ["upload a text file", () => demo.uploadContract(new File(["EXAMPLE"], "notes.txt"))],
    ["everything in turn", () => demo.tour()],
  ];
  place.append(
    group(
      "Patterns",
      patterns.map(([label, run]) => button(label, "", run)),
    ),
  );
  const faults = Object.entries(FAULTS).map(([name, meaning]) =>
    button(name, meaning, () => demo.breakWire("urblock", faultName(name))),
  );
  place.append(group("When something in between fails", faults));
  for (const [title, api] of [
    ["BlockSecOps", "blocksecops"],
    ["ChainGuard", "chainguard"],
    ["Urblock", "urblock"],
  ] as const) {
    const buttons = tables[api].map((error) =>
      button(error.code, `${error.status} ${error.message}`, () => demo.error(api, error.code), String(error.status)),
    );
    place.append(group(title, buttons));
  }
}

function faultName(name: string): FaultName {
  const known = Object.keys(FAULTS).find((candidate): candidate is FaultName => candidate === name);
  return known ?? "empty";
}

function group(title: string, buttons: readonly HTMLElement[]): HTMLElement {
  const section = document.createElement("section");
  const heading = document.createElement("h3");
  heading.textContent = title;
  const list = document.createElement("div");
  list.className = "codes";
  list.append(...buttons);
  section.append(heading, list);
  return section;
}

function button(label: string, title: string, run: () => Promise<unknown>, note = ""): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.title = title;
  element.append(label);
  if (note !== "") {
    const small = document.createElement("small");
    small.textContent = ` ${note}`;
    element.append(small);
  }
  element.addEventListener("click", () => void run());
  return element;
}
