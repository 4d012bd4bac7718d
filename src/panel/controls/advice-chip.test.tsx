import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Countdown } from "./advice-chip.tsx";
import { createClock } from "../feed/clock.ts";

const START = 1_705_320_000_000;

beforeEach(() => vi.useFakeTimers({ now: START, toFake: ["Date", "setTimeout", "requestAnimationFrame"] }));
afterEach(() => vi.useRealTimers());

test("a countdown is right before it is painted, however long the clock stood still", async () => {
  const clock = createClock(Date.now, document);
  vi.advanceTimersByTime(3_600_000);
  const host = document.createElement("div");
  render(<Countdown until={START + 3_612_000} clock={clock} whenOver="Retry now" />, host);
  // What is asked for now is drawn at the end of this task, and a frame is another one.
  await Promise.resolve();
  expect(host.textContent).toBe("12 s");
  render(null, host);
});
