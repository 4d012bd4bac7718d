import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark, Segment } from "../../redact/mark.ts";
import { HIDDEN, hostileText, sent } from "../../testing/shells/hostile-text.ts";
import { PROMPTS, typeInto, whyNot } from "../../testing/shells/typed.ts";
import { SHELLS } from "../shell.ts";
import { HIDDEN_CHARACTERS } from "../visible.ts";
import { variableName } from "./shell-variable.ts";

function aMark(members: Partial<Mark> = {}): Mark {
  return { kind: "api-key", number: 1, facts: "", style: "text", quoted: false, ...members };
}

const SECRET = 'it\'s a "secret" $HOME `id`';
const word = fc.array(fc.oneof(hostileText, fc.constant(aMark())), { maxLength: 4 });

/** A word as text, with the variable filled in. */
function filled(segments: readonly Segment[]): string {
  return sent(segments.map((segment) => (typeof segment === "string" ? segment : SECRET)).join(""));
}

function holdsNul(segments: readonly Segment[]): boolean {
  return segments.some((segment) => typeof segment === "string" && segment.includes("\0"));
}

function hidden(command: string): readonly string[] {
  return command.replaceAll("\n", "").match(HIDDEN_CHARACTERS) ?? [];
}

describe.each(["posix", "powershell", "cmd"] as const)("a command for %s", (shell) => {
  const style = SHELLS[shell];

  test("holds no character that nobody sees or that a terminal acts on", () => {
    const all = fc.array(fc.oneof(fc.constantFrom(...HIDDEN), fc.string({ unit: "binary" })), { maxLength: 9 });
    fc.assert(
      fc.property(all, (pieces) => {
        const text = pieces.join("");
        const commands = [style.argument([text]) ?? "", style.print?.([text, aMark()]) ?? "", style.comment(text)];
        expect(commands.flatMap(hidden)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("holds none of the known ones, each tried alone", () => {
    const held = HIDDEN.filter((character) => {
      const text = `a${character}b`;
      const written = [style.argument([text]) ?? "", style.print?.([text]) ?? "", style.comment(text)];
      return hidden(written.join("").replaceAll("\n", "")).length > 0;
    });
    expect(held).toEqual([]);
  });

  test("has comments of one line, without a character that any shell acts on", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const comment = style.comment(text).replace(/(?<=[\p{L}\p{N}])=(?=[\p{L}\p{N}])/gu, "");
        expect(comment).toMatch(/^(?:#|rem) ?[\p{L}\p{N} .,:_/\u2019\u00ab\u00bb-]*$/u);
      }),
    );
  });
});

describe("POSIX", () => {
  test("hands whatever stands in a word to the program unchanged, with the variables filled in", () => {
    const words = fc.array(
      word.filter((segments) => !holdsNul(segments)),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (all) => {
        const script = `printf '%s\\0' ${all.map((segments) => SHELLS.posix.argument(segments)).join(" ")}`;
        const printed = execFileSync("sh", ["-c", script], { env: { FAULTLINE_API_KEY: SECRET }, encoding: "utf8" });
        expect(printed.split("\0").slice(0, -1)).toEqual(all.map(filled));
      }),
      { numRuns: 60 },
    );
  });

  test("prints whatever cannot stand in a word, NUL included", () => {
    fc.assert(
      fc.property(word, (segments) => {
        const script = SHELLS.posix.print?.(segments) ?? "";
        const printed = execFileSync("sh", ["-c", script], { env: { FAULTLINE_API_KEY: SECRET }, encoding: "utf8" });
        expect(printed).toBe(filled(segments));
      }),
      { numRuns: 60 },
    );
  });

  test("has no word for NUL, which ends an argument on every system", () => {
    expect(SHELLS.posix.argument(["a\0b"])).toBeUndefined();
  });

  test("has no line that a terminal would cut", () => {
    fc.assert(
      fc.property(fc.array(hostileText), (texts) => {
        const text = texts.join("");
        const written = `  --data-urlencode ${SHELLS.posix.argument([text]) ?? ""}\n${SHELLS.posix.print?.([text]) ?? ""}`;
        for (const line of written.split("\n")) expect(Buffer.byteLength(line)).toBeLessThan(1024);
      }),
    );
  });
});

describe("POSIX, typed into a real shell in a terminal", () => {
  test.each(
    PROMPTS.map((prompt) => {
      const reason = whyNot(prompt);
      return [`${prompt.name}${reason === undefined ? "" : ` (skipped: ${reason})`}`, { prompt, reason }] as const;
    }),
  )("%s takes every word as it was recorded, and runs nothing else", { timeout: 120_000 }, (_, { prompt, reason }) => {
    if (reason !== undefined) return;
    const commands = fc.array(fc.tuple(hostileText, word), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(commands, (all) => {
        const texts = all.map(([comment, segments]) => {
          const argument = SHELLS.posix.argument(segments);
          const command = `curl ${argument ?? ""}`;
          const piped = `${SHELLS.posix.print?.(segments) ?? ""} |\ncurl --data-binary @-`;
          return `${SHELLS.posix.comment(comment)}\n${command}\n${piped}`;
        });
        const { calls, done, made, screen } = typeInto(prompt, texts, { FAULTLINE_API_KEY: SECRET });
        expect({ made, done }, screen).toEqual({ made: [], done: texts.length });
        const words = all.map(([, segments]) => (holdsNul(segments) ? [] : [filled(segments)]));
        expect(calls.filter(({ input }) => input === null).map((call) => call.words)).toEqual(words);
        const inputs = calls.flatMap(({ input }) => (input === null ? [] : [input.toString("utf8")]));
        expect(inputs).toEqual(all.map(([, segments]) => filled(segments)));
      }),
      { numRuns: 2 },
    );
  });

  test.each(PROMPTS.filter((prompt) => whyNot(prompt) === undefined))(
    "$name finds no reference to its history in a text of several lines",
    (prompt) => {
      const words = ["'; touch PWNED; '", "\r\n^", "\u001b\n!! !-1\n^a^b^\n!touch", "it's\n\u0003!!"];
      const { calls, made } = typeInto(
        prompt,
        words.map((text) => `curl ${SHELLS.posix.argument([text]) ?? ""}`),
      );
      expect(made).toEqual([]);
      expect(calls.map((call) => call.words[0])).toEqual(words);
    },
  );

  test.each(PROMPTS.filter((prompt) => whyNot(prompt) === undefined))(
    "$name reads no private character as a byte",
    (prompt) => {
      const text = `a${Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(0xe000 + byte)).join("; touch PWNED; ")}`;
      const { calls, made } = typeInto(prompt, [`curl ${SHELLS.posix.argument([text]) ?? ""}`]);
      expect(made).toEqual([]);
      expect(calls.map(({ words }) => words)).toEqual([[text]]);
    },
  );

  // A test that has never failed is not known to work.
  test.each(PROMPTS.filter((prompt) => whyNot(prompt) === undefined))("$name runs what leaves its quotes", (prompt) => {
    expect(typeInto(prompt, ["curl 'x\u001b[201~\u0003\ntouch PWNED\n#'"]).made).toEqual(["PWNED"]);
  });
});

/** What PowerShell makes of an argument: the documented rules of its quotes, of `[char]` and of "+". */
function powershellReads(argument: string): string {
  let rest = argument.startsWith("(") ? argument.slice(1, -1) : argument;
  let read = "";
  while (rest !== "") {
    const match =
      /^'((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)'/.exec(rest) ??
      /^\[char\](?:::ConvertFromUtf32\()?0x([0-9a-f]+)\)?/.exec(rest) ??
      /^\$env:FAULTLINE_API_KEY/.exec(rest);
    if (match === null) throw new Error(`PowerShell would read ${rest} as something else`);
    if (rest.startsWith("'")) read += (match[1] ?? "").replace(/(['\u2018-\u201b])['\u2018-\u201b]/g, "$1");
    else read += rest.startsWith("[") ? String.fromCodePoint(Number.parseInt(match[1] ?? "", 16)) : SECRET;
    rest = rest.slice(match[0].length).replace(/^ \+ /, "");
  }
  return read;
}

describe("PowerShell", () => {
  test("every quote it knows is doubled, and variables stand outside of quotes", () => {
    expect(SHELLS.powershell.argument(["it's \u2019$x\u2018"])).toBe("'it''s \u2019\u2019$x\u2018\u2018'");
    const segments: readonly Segment[] = ["Bearer ", aMark({ number: 2 })];
    expect(SHELLS.powershell.argument(segments)).toBe("('Bearer ' + $env:FAULTLINE_API_KEY_2)");
  });

  test("a character that a terminal acts on is written as its number", () => {
    expect(SHELLS.powershell.argument(["\u001b[201~\u0003\u{e0041}"])).toBe(
      "('' + [char]0x1b + '[201~' + [char]0x3 + [char]::ConvertFromUtf32(0xe0041))",
    );
  });

  test("whatever stands in a word is read as it was recorded", () => {
    fc.assert(
      fc.property(word, (segments) => {
        const argument = SHELLS.powershell.argument(segments);
        if (holdsNul(segments)) expect(argument).toBeUndefined();
        else expect(powershellReads(argument ?? "")).toBe(filled(segments));
      }),
      { numRuns: 500 },
    );
  });
});

describe("names of variables", () => {
  test("say the kind, and from the second on the number", () => {
    expect(variableName(aMark())).toBe("FAULTLINE_API_KEY");
    expect(variableName(aMark({ kind: "url-credentials", number: 3 }))).toBe("FAULTLINE_URL_CREDENTIALS_3");
  });
});

const POWERSHELL = "pwsh";
const hasPowershell = spawnSync(POWERSHELL, ["-NoProfile", "-Command", "exit 0"]).status === 0;

describe("PowerShell itself", () => {
  // The rules of its quotes are tested above; this shows that they are the right ones.
  test.skipIf(!hasPowershell)(
    "hands whatever stands in a word to a program unchanged (skipped if pwsh is not installed)",
    { timeout: 120_000 },
    () => {
      const words = fc.array(
        word.filter((segments) => !holdsNul(segments)),
        { minLength: 1, maxLength: 12 },
      );
      const program = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
      fc.assert(
        fc.property(words, (all) => {
          const line = [process.execPath, "-e", program, "--", ...all].map((one) =>
            SHELLS.powershell.argument(typeof one === "string" ? [one] : one),
          );
          const printed = execFileSync(POWERSHELL, ["-NoProfile", "-Command", `& ${line.join(" ")}`], {
            env: { ...process.env, FAULTLINE_API_KEY: SECRET },
            encoding: "utf8",
          });
          expect(JSON.parse(printed)).toEqual(all.map(filled));
        }),
        { numRuns: 20 },
      );
    },
  );
});
