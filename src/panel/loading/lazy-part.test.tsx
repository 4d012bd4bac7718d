import { expect, test } from "vitest";
import { lazyPart } from "./lazy-part.tsx";
import { drawn } from "../testing/render.ts";

test("a part is drawn once its code is there", async () => {
  const Part = lazyPart(() => Promise.resolve(() => <p>drawn</p>));
  const root = drawn(<Part />);
  await expect.poll(() => root.textContent).toBe("drawn");
});

test("a part whose code comes between its first drawing and what follows that is drawn, too", async () => {
  const Part = lazyPart(() => Promise.resolve(() => <p>drawn</p>));
  const root = drawn(<Part />);
  // Effects run behind the next frame; the code that was fetched ahead is there before it.
  Part.fetch();
  await expect.poll(() => root.textContent).toBe("drawn");
});

test("a part whose code cannot be had says so", async () => {
  const Part = lazyPart(() => Promise.reject(new Error("the extension was updated")));
  const root = drawn(<Part />);
  await expect.poll(() => root.textContent).not.toBe("");
});
