import { expect, test, vi } from "vitest";
import { once } from "./once.ts";

test("what is loaded is loaded once for all callers", async () => {
  const load = vi.fn(() => Promise.resolve("module"));
  const get = once(load);
  expect(await Promise.all([get(), get()])).toEqual(["module", "module"]);
  expect(load).toHaveBeenCalledTimes(1);
});

test("a load that failed is tried again", async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("gone")).mockResolvedValue("module");
  const get = once(load);
  await expect(get()).rejects.toThrow("gone");
  expect(await get()).toBe("module");
});
