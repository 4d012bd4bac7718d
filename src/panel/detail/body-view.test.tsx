// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { aPanel } from "../testing/panel.tsx";
import { drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { BodyView } from "./body-view.tsx";

function view(text: string): HTMLElement {
  return drawn(<BodyView body={{ kind: "text", text }} recorder="chromium" label="The response body" />);
}

describe("a body", () => {
  test("as JSON is laid out, and shown as received on request", async () => {
    const { settled } = await aPanel();
    const root = view('{"a":[1]}');
    expect(root.querySelector("pre")?.textContent).toBe('{\n  "a": [\n    1\n  ]\n}\n');
    byRole(root, "checkbox", "Raw").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toBe('{"a":[1]}');
  });

  test("that is no JSON is shown as received, as text", () => {
    const root = view("<h1>502</h1>");
    expect(root.querySelector("pre")?.textContent).toBe("<h1>502</h1>");
    expect(root.querySelector("h1")).toBeNull();
  });

  test("of great length is rendered in portions", async () => {
    const { settled } = await aPanel();
    const root = view("x".repeat(120_000));
    expect(root.querySelector("pre")?.textContent).toHaveLength(50_000);
    byRole(root, "button", "Show more (70,000 characters left)").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toHaveLength(100_000);
    byRole(root, "button", "Show more").click();
    await settled();
    expect(root.querySelector("pre")?.textContent).toHaveLength(120_000);
    expect(allByRole(root, "button")).toHaveLength(0);
  });

  test("that is missing says why in words", () => {
    const root = drawn(
      <BodyView body={{ kind: "unavailable", reason: "cors-blocked" }} recorder="chromium" label="The response body" />,
    );
    expect(textOf(root)).toContain("CORS");
  });

  test("that was cut says by whom and how long it was", () => {
    const root = drawn(
      <BodyView
        body={{ kind: "text", text: "{", truncated: { by: "browser", totalBytes: 2_000_000 } }}
        recorder="firefox"
        label="The request body"
      />,
    );
    expect(textOf(root)).toContain("The browser handed over only the first part of this body (2.0 MB in all).");
  });
});
