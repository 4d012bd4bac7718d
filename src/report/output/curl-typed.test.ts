import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "../testing/formats.ts";
import { hostileText, sent } from "../testing/shells/hostile-text.ts";
import { PROMPTS, typeInto, whyNot } from "../testing/shells/typed.ts";

describe("the whole command, typed into a real shell in a terminal", () => {
  test.each(
    PROMPTS.map((prompt) => {
      const reason = whyNot(prompt);
      return [`${prompt.name}${reason === undefined ? "" : ` (skipped: ${reason})`}`, { prompt, reason }] as const;
    }),
  )("%s calls curl once a command, and runs nothing else", { timeout: 120_000 }, (_, { prompt, reason }) => {
    if (reason !== undefined) return;
    const entries = fc.array(
      fc.record({ text: hostileText, header: hostileText, message: hostileText, path: hostileText }),
      { minLength: 6, maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, (all) => {
        const scripts = all.map(({ text, header, message, path }) =>
          textOf(
            {
              url: `https://api.urblock.io/v1/${path}`,
              requestHeaders: [["x-note", header]],
              requestType: "text/plain",
              requestBody: `-${text}`,
              body: JSON.stringify({ error: { code: "x", message } }),
            },
            "curl",
          ),
        );
        // What happens to look like a secret is not what this is about.
        fc.pre(!scripts.some((script) => /REDACTED|FAULTLINE_/.test(script)));
        const { calls, done, made, screen } = typeInto(prompt, scripts);
        expect({ made, done, calls: calls.length }, screen).toEqual({ made: [], done: all.length, calls: all.length });
        for (const [at, { words, input }] of calls.entries()) {
          const { text = "", header = "" } = all[at] ?? {};
          expect(input?.toString("utf8") ?? words.at(-1)).toBe(sent(`-${text}`));
          const value = sent(header).replace(/[\r\n]+/g, " ");
          if (!value.includes("\0") && value.trim() !== "") expect(words).toContain(`x-note: ${value}`);
        }
      }),
      { numRuns: 2 },
    );
  });
});
