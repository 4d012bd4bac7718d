import { beforeAll, expect, test } from "vitest";
import { drawn } from "../testing/render.ts";
import { writeOutHiddenCharacters } from "./visible-text.ts";

// Whether all files share one document or not: the hook is Preact's, and stays.
beforeAll(writeOutHiddenCharacters);

const CODE = "paid\u202eton";

test("an override that would turn text around is written out", () => {
  const root = drawn(<code>{CODE}</code>);
  expect(root.textContent).toBe("paid\\u202eton");
});

test("so it is between other children, in lists, in fragments and in what a component returns", () => {
  const Inner = ({ code }: { readonly code: string }) => (
    <>
      {code}
      <b>{["a", code, [code]]}</b>
    </>
  );
  const root = drawn(<Inner code={CODE} />);
  expect(root.textContent).toBe("paid\\u202etonapaid\\u202etonpaid\\u202eton");
});

test("tooltips and accessible names are written out as well", () => {
  const root = drawn(<button type="button" title={`t\u0000`} aria-label={`l\u2066`} />);
  const button = root.querySelector("button");
  expect([button?.title, button?.getAttribute("aria-label")]).toEqual(["t\\u0000", "l\\u2066"]);
});

test("what is typed into a field stays as typed, and lines stay lines", () => {
  const root = drawn(
    <>
      <input value={CODE} />
      <pre>{"one\n\ttwo"}</pre>
    </>,
  );
  expect(root.querySelector("input")?.value).toBe(CODE);
  expect(root.querySelector("pre")?.textContent).toBe("one\n\ttwo");
});
