import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../decode/api-event.ts";
import { anEvent, type EventShape, START } from "../../timeline/testing/an-event.ts";
import { aClock, drawn, textOf } from "../testing/render.ts";
import { allByRole, byRole } from "../testing/roles.ts";
import { ExplanationTab } from "./explanation-tab.tsx";

function tab(event: ApiEvent): HTMLElement {
  return drawn(
    <ExplanationTab
      event={event}
      provider={undefined}
      findings={[]}
      notes={event.notes}
      clock={aClock(START)}
      onCopyRequestId={() => undefined}
      onCopyCode={() => undefined}
      onDescribe={() => undefined}
    />,
  );
}

function aFailure(shape: EventShape = {}): ApiEvent {
  return anEvent({ status: 429, code: "slow_down", title: "Too many requests", ...shape });
}

describe("what the server said and the page's code saw", () => {
  test("says the server's sentence once, as the headline, and that the catalogue lacks the code", () => {
    const said = "User not found";
    const note = "Not in the catalogue; read by its form: message.";
    const event = aFailure({
      title: said,
      message: said,
      meaning: "unknown-code",
      notes: [note],
      providerId: "generic",
    });
    const text = textOf(tab(event));
    expect(text.split(said)).toHaveLength(2);
    expect(text.split("Not in the catalogue")).toHaveLength(2);
    expect(text).toContain(note);
  });

  test("shows the whole message under a headline that is only its first sentence", () => {
    const message = "The order is closed. It was paid on Monday.";
    expect(textOf(tab(aFailure({ title: "The order is closed.", message })))).toContain(message);
  });

  test("lists the inputs at fault with their number, and hints and links beside the code", () => {
    const root = tab({
      ...aFailure(),
      fieldErrors: Array.from({ length: 60 }, (_, index) => ({
        field: `items.${index}`,
        message: "is unknown",
        code: index === 0 ? "unknown_sku" : null,
      })),
      fieldErrorCount: 260,
      facts: [
        { label: "hint", value: "Try another key." },
        { label: "doc_url", value: "https://docs.example.test/errors#a" },
        { label: "log", value: "javascript:alert(1)" },
      ],
    });
    const text = textOf(root);
    expect(text).toContain("260 inputs at fault");
    expect(text).toContain("items.0 is unknown unknown_sku");
    expect(root.querySelectorAll(".inputs li")).toHaveLength(50);
    expect(text).toContain("210 more are in the response.");
    expect(text).toContain("Try another key.");
    expect(allByRole(root, "link").map((link) => link.getAttribute("href"))).toEqual([
      "https://docs.example.test/errors#a",
    ]);
  });

  test("says beside the server's answer what the page's code got of it, with every header it could not read", () => {
    const hidden = ["Retry-After", "X-A", "X-B", "X-C", "X-D", "X-E", "X-F", "X-G"];
    const view = { body: true, readable: ["content-type"], error: null, status: 429 } as const;
    const reason = "CORS keeps a header of this answer from the page.";
    const fix = { name: "Access-Control-Expose-Headers", value: "Retry-After" };
    const some = textOf(tab(aFailure({ pageView: { ...view, saw: "response", hidden, reason, fix } })));
    expect(some).toContain("Headers91");
    expect(some).toContain(hidden.join(", "));
    expect(some).toContain("Access-Control-Expose-Headers: Retry-After");
    const error = "TypeError: Failed to fetch";
    const none = textOf(
      tab(
        aFailure({
          pageView: { saw: "network-error", status: null, body: false, readable: [], hidden, error, reason, fix },
        }),
      ),
    );
    expect(none).toContain(`a response${error}`);
    expect(none).toContain("Status429nothing");
    const all = aFailure({ pageView: { ...view, saw: "response", hidden: [], reason: null, fix: null } });
    expect(textOf(tab(all))).not.toContain("What your code saw");
  });

  test("never calls a response successful whose body was not read", () => {
    const unread = anEvent({ responseBody: { kind: "unavailable", reason: "not-given" } });
    expect(textOf(byRole(tab(unread), "heading", "Status 200"))).toBe("Status 200, body not read");
    expect(textOf(byRole(tab(anEvent()), "heading", "This call"))).toBe("This call succeeded");
  });

  test("shows the details of an error unless the facts say the same", () => {
    const details = JSON.stringify("Key (email)=(ada) already exists.");
    expect(textOf(tab(aFailure({ details })))).toContain("detailsKey (email)=(ada) already exists.");
    const fact = { label: "hint", value: "Key (email)=(ada) already exists." };
    expect(textOf(tab(aFailure({ details, facts: [fact] }))).split("Key (email)")).toHaveLength(2);
    expect(textOf(tab(aFailure({ details: "null" })))).not.toContain("details");
  });
});
