import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeadlines } from "./deadlines.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An answer that comes `afterMs` from now; by default never. */
function anAnswer(afterMs?: number): Promise<string> {
  return new Promise((resolve) => {
    if (afterMs !== undefined) setTimeout(() => resolve("answer"), afterMs);
  });
}

describe("a deadline", () => {
  it("lets an answer through that comes in time", async () => {
    const answer = createDeadlines(1000).within(anAnswer(999), "late");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toBe("answer");
  });

  it("gives up an answer that does not come, exactly then", async () => {
    const settled = vi.fn();
    void createDeadlines(1000).within(anAnswer(), "late").then(settled);
    await vi.advanceTimersByTimeAsync(999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledWith("late");
  });

  it("counts for each answer from when it was asked for, also behind others that have come", async () => {
    const deadlines = createDeadlines(1000);
    const late: string[] = [];
    for (const name of ["first", "second"]) {
      void deadlines.within(anAnswer(100), "late");
      void deadlines.within(anAnswer(), name).then((value) => late.push(value));
      await vi.advanceTimersByTimeAsync(400);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(late).toEqual(["first"]);
    await vi.advanceTimersByTimeAsync(399);
    expect(late).toEqual(["first"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(late).toEqual(["first", "second"]);
  });

  it("passes a rejection on", async () => {
    await expect(createDeadlines(1000).within(Promise.reject(new Error("refused")), "late")).rejects.toThrow("refused");
  });

  it("holds one timer however many answers it waits for, and none after the last of them", async () => {
    const deadlines = createDeadlines(1000);
    for (let count = 0; count < 50; count += 1) void deadlines.within(Promise.resolve(""), "");
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
