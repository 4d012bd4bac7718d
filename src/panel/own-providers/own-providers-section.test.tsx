import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkDocuments } from "../../catalogue/check-documents.ts";
import { decode } from "../../decode/decode.ts";
import { memoryOwnProviders } from "../../settings/memory-own-providers.ts";
import type { OwnProvidersPort } from "../../settings/own-providers-port.ts";
import { drawnAnew, settingsPorts, write } from "../settings/testing/settings-ports.ts";
import { aCall, aFeed, EXAMPLE } from "../testing/panel.tsx";
import { drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import type { CheckOrder } from "./check-worker.ts";
import { documentsOf } from "./documents-of.ts";
import { OwnProvidersSection } from "./own-providers-section.tsx";
import { readYaml } from "./read-yaml.ts";
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

const DESCRIPTION = `openapi: 3.0.3
info: {title: Parcels}
servers:
  - url: https://api.parcels.example.test
x-error: &error
  description: It failed.
  content:
    application/json:
      schema:
        type: object
        properties:
          code: {type: string, enum: [no_such_parcel, lost]}
          message: {type: string}
paths:
  /parcels:
    get:
      responses:
        404: *error
        409:
          <<: *error
          description: It is lost.
`;

/** What a browser's worker does, without one. */
function WorkerHere(): EventTarget {
  const worker = new EventTarget();
  let isEnded = false;
  const answer = (data: unknown): void => {
    if (!isEnded) worker.dispatchEvent(new MessageEvent("message", { data }));
  };
  return Object.assign(worker, {
    postMessage: (sent: string | CheckOrder): void =>
      void setTimeout(() => {
        if (typeof sent === "string") answer(readYaml(sent));
        else if (sent.kind === "check")
          answer({ serial: sent.serial, checked: checkDocuments(sent.source, EXAMPLE.providers) });
      }),
    terminate: () => {
      isEnded = true;
    },
  });
}

async function chosen(root: HTMLElement, label: string, file: File): Promise<void> {
  const input = root.querySelector<HTMLInputElement>(`input[type=file][aria-label^="${label}"]`);
  if (input === null) throw new Error(`no input ${label}`);
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await drawnAnew();
}

afterEach(() => vi.unstubAllGlobals());

describe("a description in OpenAPI", () => {
  beforeEach(() => vi.stubGlobal("Worker", WorkerHere));

  test("that is YAML, with anchors and merge keys, becomes a draft", async () => {
    const { root } = await aSection();
    await chosen(root, "Draft from OpenAPI", new File([DESCRIPTION], "parcels.yaml"));
    await expect.poll(() => root.querySelector(".source-text")).not.toBeNull();
    const draft = JSON.parse(sourceOf(root).value) as Record<string, Record<string, unknown>>;
    expect(draft["hosts"]).toMatchObject([{ host: "api.parcels.example.test" }]);
    expect(Object.keys(draft["codes"] ?? {})).toEqual(["no_such_parcel", "lost"]);
    expect(Object.keys(draft["statuses"] ?? {})).toEqual(["404", "409"]);
  });

  test.each([
    ["broken", "openapi: 3.0.3\ninfo:\n\ttitle: x\n", "Tabs are not allowed as indentation at line 3, column 1"],
    ["no description", "just a text", "is an object with the member"],
  ])("that is %s YAML is refused with the reason", async (_, yaml, problem) => {
    const { root } = await aSection();
    await chosen(root, "Draft from OpenAPI", new File([yaml], "a.yml"));
    await expect.poll(() => textOf(root)).toContain(problem);
    expect(root.querySelector(".source-text")).toBeNull();
  });
});

describe("a long document full of mistakes", () => {
  const codes = Object.fromEntries(Array.from({ length: 800 }, (_, index) => [`code_${index}`, { title: index }]));
  const long = JSON.stringify({ ...JSON.parse(STARTING_DOCUMENT), codes }, null, 2);

  test.each([
    ["a worker", WorkerHere],
    ["none", undefined],
  ])("is not checked between keystrokes, nor saved before it is; with %s", async (_, worker) => {
    vi.stubGlobal("Worker", worker);
    const { root, ports } = await aSection();
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    write(sourceOf(root), long);
    await Promise.resolve();
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(ports.ownProviders.current()).toEqual([]);
    await expect.poll(() => textOf(root)).toMatch(/\d{3,} errors must be fixed before this document can be used/);
    // The last of several texts is what the answer is about.
    write(sourceOf(root), `${long} `);
    write(sourceOf(root), STARTING_DOCUMENT);
    await drawnAnew();
    expect(textOf(root)).toContain("The document is valid.");
  });
});

describe("own providers", () => {
  test("start from a document that can be used as it is", async () => {
    const { root, ports } = await aSection();
    byRole(root, "button", "Add a provider").click();
    await drawnAnew();
    expect(textOf(root)).toContain("The document is valid.");
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
    expect(textOf(root)).toContain("1 error must be fixed before this document can be used.");
    byRole(root, "button", "Line 3, column 9").click();
    expect(sourceOf(root).selectionStart).toBe(STARTING_DOCUMENT.indexOf('"my-api"'));
    byRole(root, "button", "Save").click();
    await drawnAnew();
    expect(textOf(root)).toContain("fix the errors first");
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
    const event = record.kind === "exchange" ? decode(record.read(), EXAMPLE) : undefined;
    const root = drawn(<OwnProvidersSection ports={settingsPorts()} undescribed={event} />);
    await drawnAnew();
    expect(sourceOf(root).value).toContain('"strange_new_code"');
    expect(sourceOf(root).value).toContain('"extends": "example"');
    expect(textOf(root)).toContain("What does strange_new_code mean");
  });
});
