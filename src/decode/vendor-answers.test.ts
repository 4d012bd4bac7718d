import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { EntryShape } from "../exchange/testing/an-entry.ts";
import { generic } from "./testing/generic.ts";

/** What an answer must be read as; members that are absent may be anything. */
type Read = {
  readonly code?: string;
  readonly type?: string;
  readonly title?: string;
  readonly message?: string;
  readonly field?: string;
  readonly requestId?: string;
  readonly retry?: string;
  readonly waitSeconds?: number | null;
  readonly limit?: number;
  readonly answeredBy?: string;
};
type Case = { readonly about: string; readonly answer: EntryShape & { readonly body?: unknown }; readonly read: Read };

const cases = (name: string): readonly Case[] =>
  JSON.parse(readFileSync(new URL(`./testing/${name}`, import.meta.url), "utf8")) as Case[];

describe("an answer that a vendor documents or that somebody posted is read", () => {
  test.each(cases("vendor-answers.json").map((one) => [one.about, one] as const))("%s", (_, { answer, read }) => {
    const event = generic(answer);
    const { code, type, title, message, field, advice, rateLimit } = event;
    expect(event.outcome).toBe("failure");
    expect({
      code,
      type,
      title,
      message,
      field,
      requestId: event.requestId?.value,
      retry: advice.retry,
      waitSeconds: advice.waitSeconds,
      limit: rateLimit.limit,
      answeredBy: event.answeredBy?.name,
    }).toMatchObject(read);
  });
});
