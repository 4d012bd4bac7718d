import { describe, expect, test } from "vitest";
import { harEntry } from "./testing/corpus/case.ts";
import { eventOf, providers, reportOf } from "./testing/formats.ts";
import { leaksOf } from "./testing/leaks.ts";
import { presentCall } from "./present-call.ts";
import { surveyLog, surveySecrets } from "./survey-secrets.ts";

const TOKEN = "Zx8kQ2mVt7Rb4LpN9sWc1Yh6Jd3Gf5Ta";
const login = eventOf(harEntry({ status: 200, body: JSON.stringify({ access_token: TOKEN }) }), "login");
const failed = eventOf(
  harEntry({ url: `https://api.urblock.io/v1/tokens/${TOKEN}`, body: `{"error":{"code":"${TOKEN}","message":"no"}}` }),
  "failed",
);

describe("the secrets of a recording", () => {
  test("are cut out of a report of another call, and numbered from 1 there", () => {
    const survey = surveySecrets(providers);
    for (const call of [login, failed]) survey.take(call);
    const result = reportOf(failed, { format: "markdown" }, { secrets: survey.secrets() });
    if (!result.ok) throw new Error(result.reason);
    expect(leaksOf(result.text, TOKEN)).toEqual([]);
    expect(result.text).toContain("Code: `«redacted:token:1»`");
  });

  test("are cut out of a call's line, and its other texts stay", () => {
    const survey = surveySecrets(providers);
    survey.take(login);
    const shown = presentCall(failed, [], { providers, secrets: survey.secrets() });
    expect(leaksOf(JSON.stringify(shown), TOKEN)).toEqual([]);
    expect(shown).toMatchObject({ status: 400, message: "no", host: "api.urblock.io" });
  });

  test("are plain data, which a worker can be sent", () => {
    const survey = surveySecrets(providers);
    survey.take(login);
    expect(structuredClone(survey.secrets())).toEqual(survey.secrets());
  });

  test("are followed up to a number, and it says when there are more", () => {
    const survey = surveySecrets(providers);
    const many = Array.from({ length: 20_001 }, (_, index) => ({ access_token: `${TOKEN}${index}` }));
    survey.take(eventOf(harEntry({ status: 200, body: JSON.stringify(many.slice(0, 10)) })));
    expect(survey.secrets().isComplete).toBe(true);
    for (let at = 0; at < many.length; at += 5000)
      survey.take(eventOf(harEntry({ status: 200, body: JSON.stringify(many.slice(at, at + 5000)) })));
    expect(survey.secrets()).toMatchObject({ isComplete: false, findings: { length: 20_000 } });
  });
});

describe("the secrets of a log", () => {
  test("are learnt from short calls first, and from each call once", () => {
    const long = eventOf(
      harEntry({ status: 200, body: JSON.stringify({ access_token: `${TOKEN}2`, x: "y".repeat(9000) }) }),
    );
    const log = surveyLog(providers);
    const first = log.learn([long, login], 5000);
    expect(first.findings.map(({ value }) => value)).toEqual([TOKEN]);
    expect(log.learn([long, login], 5000)).toBe(first);
    expect(log.learn([long, login], 20_000).findings).toHaveLength(2);
  });
});
