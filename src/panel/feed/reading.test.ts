import { expect, test } from "vitest";
import { emptyTimeline } from "../../timeline/timeline.ts";
import { createMeters } from "../../timing/meters.ts";
import { readRecord } from "./reading.ts";
import { aCall, EXAMPLE } from "../testing/panel.tsx";

function eventOf(record: ReturnType<typeof aCall>, options: Parameters<typeof readRecord>[2]) {
  const nothing = { timeline: emptyTimeline(), meters: createMeters() };
  const [item] = readRecord(nothing, record, options, true).timeline.items;
  return item?.kind === "event" ? item.event : undefined;
}

test("a call that is read again is not decoded again, for the recorder has the log read anew when it drops a part of it", () => {
  const call = aCall();
  const first = eventOf(call, { providers: EXAMPLE, credentialsWithheld: false });
  expect(first).toBeDefined();
  expect(eventOf(call, { providers: EXAMPLE, credentialsWithheld: false })).toBe(first);
});

test("a call that is read again by other documents is decoded by these", () => {
  const call = aCall();
  const [provider] = EXAMPLE.providers;
  if (provider === undefined) throw new Error("the example has a provider");
  const renamed = { ...EXAMPLE, providers: [{ ...provider, name: "Another name" }] };
  eventOf(call, { providers: EXAMPLE, credentialsWithheld: false });
  expect(eventOf(call, { providers: renamed, credentialsWithheld: false })?.providerName).toBe("Another name");
});
