import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../redact/mark.ts";
import { hostileText, sent } from "../../testing/shells/hostile-text.ts";
import { SHELLS } from "../shell.ts";

const KEY: Mark = { kind: "api-key", number: 1, facts: "", style: "text", quoted: false };

/** What cmd.exe makes of a line at its prompt: variables first, then carets, each of which keeps the next character. */
function cmdReads(typed: string): { readonly text: string; readonly bare: string; readonly variables: string[] } {
  const variables = [...typed.matchAll(/%([^%\n]+)(?=%)/g)].map((match) => match[1] ?? "");
  let text = "";
  let bare = "";
  for (let index = 0; index < typed.length; index++) {
    const character = typed.charAt(index);
    if (character !== "^") {
      text += character;
      bare += character;
      continue;
    }
    index += 1;
    // A caret takes away the line break behind it, and keeps what comes then, a line break, too.
    if (typed.charAt(index) === "\n") index += 1;
    text += typed.charAt(index);
  }
  return { text, bare, variables };
}

/** What the C runtime of curl.exe makes of one argument in double quotes. */
function runtimeReads(argument: string): string {
  return argument
    .slice(1, -1)
    .replace(/(\\*)"/g, (_, slashes: string) => `${"\\".repeat(Math.floor(slashes.length / 2))}"`)
    .replace(/(\\+)$/, (slashes) => "\\".repeat(slashes.length / 2));
}

describe("cmd.exe", () => {
  const { argument } = SHELLS.cmd;

  test("no character with a meaning stands without a caret, and the program reads what was recorded", () => {
    let written = 0;
    fc.assert(
      fc.property(hostileText, (recorded) => {
        const typed = argument([recorded]);
        if (typed === undefined) return;
        written += 1;
        const { text, bare, variables } = cmdReads(typed);
        expect(bare).not.toMatch(/[&|<>()"!%\r\n]/);
        // No variable of Windows has a caret in its name.
        expect(variables.filter((name) => !name.includes("^"))).toEqual([]);
        expect(runtimeReads(text)).toBe(sent(recorded).replace(/\r\n?/g, "\n"));
      }),
      { numRuns: 2000 },
    );
    expect(written).toBeGreaterThan(100);
  });

  test.each(["a\rcalc.exe\rb", "a\ncalc.exe\nb", "a\r\ncalc.exe\r\nb"])(
    "a line break in %j does not end the line",
    (body) => {
      expect(argument([body])).toBe('^"a^\n\ncalc.exe^\n\nb^"');
    },
  );

  test.each([
    "\0",
    "\t",
    "\u000b",
    "\u000c",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u009b",
    "\u2028",
    "\u202e",
    "\uff02",
    "\u00a5",
    "\u201c",
  ])("%j cannot be written", (character) => {
    expect(argument([`a${character}b`])).toBeUndefined();
  });

  test("a letter or a picture beyond ASCII stays whole", () => {
    expect(argument(["caf\u00e9 \u65e5\u672c \u{1f600}"])).toBe('^"caf\u00e9 \u65e5\u672c \u{1f600}^"');
  });

  test.each([
    ["100%PATH%", '^"100^%^PATH^%^"'],
    ["%A%&calc", '^"^%^A^%^&calc^"'],
    ["%~dp0 %1 % %%", '^"^%^~dp0 ^%^1 ^%^ ^%^%^"'],
  ])("a percent sign in %s cannot start a variable", (recorded, typed) => {
    expect(argument([recorded])).toBe(typed);
  });

  test("backslashes double at the end only if the closing quote follows", () => {
    expect(argument(["a\\"])).toBe('^"a^\\^\\^"');
    expect(argument(["a\\", KEY])).toBe('^"a^\\%FAULTLINE_API_KEY%^"');
  });

  test("a long run of backslashes takes a time in proportion to its length", () => {
    const began = performance.now();
    expect(argument([`${"\\".repeat(100_000)}x`])?.length).toBe(200_005);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
