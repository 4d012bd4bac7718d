import { expect, it } from "vitest";
import { createRecordingSwitch } from "./recording-switch.ts";

it("takes everything until it is switched off, and nothing that ended since", () => {
  const recording = createRecordingSwitch();
  expect(recording.takes(900, 1000)).toBe(true);
  recording.set(false, 1000);
  expect([recording.isOn(), recording.takes(1001, 1001)]).toEqual([false, false]);
});

it("still records a request that ended before the pause and is reported some seconds late", () => {
  const recording = createRecordingSwitch();
  recording.set(false, 1000);
  expect([recording.takes(999, 1150), recording.takes(999, 9000)]).toEqual([true, false]);
});

it("drops a request that ended during the pause and is reported after it", () => {
  const recording = createRecordingSwitch();
  recording.set(false, 1000);
  recording.set(true, 2000);
  expect([recording.takes(1999, 2150), recording.takes(2000, 2150)]).toEqual([false, true]);
});

it("uses the current state if the clock was set back since", () => {
  const recording = createRecordingSwitch();
  recording.set(false, 1000);
  expect(recording.takes(400, 500)).toBe(false);
  recording.set(true, 2000);
  expect(recording.takes(400, 500)).toBe(true);
});
