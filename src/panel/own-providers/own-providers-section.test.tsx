// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { decode } from "../../decode/decode.ts";
import { memoryOwnProviders } from "../../settings/memory-own-providers.ts";
import type { OwnProvidersPort } from "../../settings/own-providers-port.ts";
import { drawnAnew, settingsPorts, write } from "../settings/testing/settings-ports.ts";
import { aCall, aFeed, EXAMPLE } from "../testing/panel.tsx";
import { drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { documentsOf } from "./documents-of.ts";
import { OwnProvidersSection } from "./own-providers-section.tsx";
import { STARTING_DOCUMENT } from "./starting-document.ts";

const STORED = documentsOf(STARTING_DOCUMENT, EXAMPLE.providers);

async function aSection(ownProviders: OwnProvidersPort = memoryOwnProviders(), members = {}) {
  const ports = settingsPorts({ ownProviders, ...members });
  const root = drawn(<OwnProvidersSection ports={ports} />);
  await drawnAnew();
  return { root, ports };
}

function sourceOf(root: HTMLElement): HTMLTextAreaElement {
  const field = root.querySelector<HTMLTextAreaElement>(".source-text");
  if (field === null) throw new Error("no editor");
  return field;
}

describe("own providers", () => {
  test("start from a document that can be used as it is", async () => {
    const { root, ports } = await aSection();
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    expect(textOf(root)).toContain("The document can be used.");
    expect(allByRole(root, "button", "Line")).toHaveLength(0);
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(ports.ownProviders.current().map(({ id }) => id)).toEqual(["my-api"]);
    expect(textOf(root)).toContain("api.example.test");
  });

  test("with a mistake say where it is, go there, and are not saved", async () => {
    const { root, ports } = await aSection();
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    write(sourceOf(root), STARTING_DOCUMENT.replace('"id": "my-api"', '"id": 7'));
    await drawnAnew();
    expect(textOf(root)).toContain("One mistake keeps it from being used.");
    byRole(root, "button", "Line 3, column 9").click();
    expect(sourceOf(root).selectionStart).toBe(STARTING_DOCUMENT.indexOf('"my-api"'));
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(textOf(root)).toContain("put the mistakes right first");
    expect(ports.ownProviders.current()).toEqual([]);
  });

  test("decode a pasted response while they are written", async () => {
    const { root } = await aSection();
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    const [headers, body] = root.querySelectorAll<HTMLTextAreaElement>(".pasted-text");
    if (headers === undefined || body === undefined) throw new Error("no fields");
    write(body, '{"error":{"code":"not_found","message":"gone"}}');
    await drawnAnew();
    expect(textOf(root)).toContain("There is no such thing");
    write(sourceOf(root), STARTING_DOCUMENT.replace("There is no such thing", "Another verdict"));
    await drawnAnew();
    expect(textOf(root)).toContain("Another verdict");
  });

  test("decode a recorded call, whatever its host", async () => {
    const feed = aFeed([aCall({ id: "recorded", status: 404, code: "not_found" })]);
    const { root } = await aSection(undefined, { feed });
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    const select = root.querySelector("select");
    if (select === null) throw new Error("no calls");
    select.value = "recorded";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await drawnAnew();
    expect(textOf(root)).toContain("There is no such thing");
  });

  test("are edited under a new id without leaving the old one", async () => {
    const { root, ports } = await aSection(memoryOwnProviders(STORED));
    byRole(root, "button", "Edit my-api").click();
    await drawnAnew();
    expect(sourceOf(root).value).toBe(STARTING_DOCUMENT);
    write(sourceOf(root), STARTING_DOCUMENT.replace("my-api", "our-api"));
    await drawnAnew();
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(ports.ownProviders.current().map(({ id }) => id)).toEqual(["our-api"]);
  });

  test("do not take the place of another with the same id unseen", async () => {
    const { root, ports } = await aSection(memoryOwnProviders(STORED));
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    write(sourceOf(root), STARTING_DOCUMENT.replace("My API", "Another"));
    await drawnAnew();
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(textOf(root)).toContain("another of your providers has the id my-api");
    expect(ports.ownProviders.current()).toEqual(STORED);
  });

  test("are removed", async () => {
    const { root, ports } = await aSection(memoryOwnProviders(STORED));
    byRole(root, "button", "Remove my-api").click();
    await drawnAnew();
    expect(ports.ownProviders.current()).toEqual([]);
    expect(textOf(root)).toContain("my-api was removed");
  });

  test("that are refused stay in the editor with the reason", async () => {
    const full: OwnProvidersPort = {
      ...memoryOwnProviders(),
      save: () => Promise.resolve({ kind: "not-saved", full: true, reason: "quota" }),
    };
    const { root } = await aSection(full);
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(textOf(root)).toContain("storage for Faultline is full");
    expect(sourceOf(root).value).toBe(STARTING_DOCUMENT);
  });

  test("take the stub of a failure nobody has described, with what is to be answered", async () => {
    const record = aCall({ status: 409, code: "strange_new_code" });
    const event = record.kind === "exchange" ? decode(record.exchange, EXAMPLE) : undefined;
    const root = drawn(<OwnProvidersSection ports={settingsPorts()} undescribed={event} />);
    await drawnAnew();
    expect(sourceOf(root).value).toContain('"strange_new_code"');
    expect(sourceOf(root).value).toContain('"extends": "example"');
    expect(textOf(root)).toContain("What does strange_new_code mean");
  });
});
