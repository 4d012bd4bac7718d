import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark, Segment } from "../redact/mark.ts";
import { SHELLS } from "./shell.ts";
import { variableName } from "./shell-variable.ts";

function aMark(members: Partial<Mark> = {}): Mark {
  return { kind: "api-key", number: 1, facts: "", style: "text", quoted: false, ...members };
}

const hostile = fc.constantFrom(
  "'",
  '"',
  "`",
  "$(id)",
  "$HOME",
  "\\",
  "!",
  "\n",
  "; rm -rf /",
  "%PATH%",
  "^",
  "&",
  "|",
  "\u2019",
  "${IFS}",
  "'\"'\"'",
  "-oX",
  "@x",
  " ",
);
const text = fc
  .array(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 8 })
  // No argument of any program can hold NUL or half a surrogate pair.
  .map((pieces) =>
    pieces
      .join("")
      .replaceAll("\u0000", "")
      .replace(/[\ud800-\udfff]/g, ""),
  );

describe("POSIX", () => {
  test("whatever stands in a word arrives at the program unchanged, and variables are filled in", () => {
    const words = fc.array(fc.array(fc.oneof(text, fc.constant(aMark())), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (all) => {
        const secret = 'it\'s a "secret" $HOME `id`';
        const script = `printf '%s\\0' ${all.map((segments) => SHELLS.posix.argument(segments)).join(" ")}`;
        const printed = execFileSync("sh", ["-c", script], { env: { FAULTLINE_API_KEY: secret }, encoding: "utf8" });
        const wanted = all.map((segments) =>
          segments.map((segment) => (typeof segment === "string" ? segment : secret)).join(""),
        );
        expect(printed.split("\0").slice(0, -1)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  test("a comment cannot continue on the next line", () => {
    expect(SHELLS.posix.comment("a\nrm -rf /\r\nb")).toBe("# a rm -rf / b");
  });
});

describe("PowerShell", () => {
  test("every quote it knows is doubled, and variables stand outside of quotes", () => {
    expect(SHELLS.powershell.argument(["it's \u2019$x\u2018"])).toBe("'it''s \u2019\u2019$x\u2018\u2018'");
    const segments: readonly Segment[] = ["Bearer ", aMark({ number: 2 })];
    expect(SHELLS.powershell.argument(segments)).toBe("('Bearer ' + $env:FAULTLINE_API_KEY_2)");
  });

  test("nothing recorded stands outside of single quotes", () => {
    fc.assert(
      fc.property(text, (recorded) => {
        const written = SHELLS.powershell.argument([recorded]);
        const inside = written.slice(1, -1).replace(/(['\u2018\u2019\u201a\u201b])\1/g, "");
        expect(/['\u2018\u2019\u201a\u201b]/.test(inside)).toBe(false);
      }),
    );
  });
});

/** What cmd.exe makes of a line outside quotes: a caret takes the meaning of what follows. */
function cmdReads(line: string): { readonly text: string; readonly bare: string } {
  let read = "";
  let bare = "";
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === "^") {
      index += 1;
      read += line.charAt(index);
    } else {
      read += character;
      bare += character;
    }
  }
  return { text: read, bare };
}

/** What the C runtime of curl.exe makes of one argument in double quotes. */
function runtimeReads(argument: string): string {
  return argument
    .slice(1, -1)
    .replace(/(\\*)"/g, (_, slashes: string) => `${"\\".repeat(Math.floor(slashes.length / 2))}"`)
    .replace(/(\\+)$/, (slashes) => "\\".repeat(slashes.length / 2));
}

describe("cmd.exe", () => {
  test("no character with a meaning stands without a caret, and the program reads what was recorded", () => {
    fc.assert(
      fc.property(text, (recorded) => {
        const oneLine = recorded.replace(/[\r\n]/g, " ");
        const { text: read, bare } = cmdReads(SHELLS.cmd.argument([oneLine]));
        expect(/[&|<>()"!]/.test(bare)).toBe(false);
        expect(runtimeReads(read)).toBe(oneLine);
      }),
    );
  });

  test("a percent sign cannot start a variable", () => {
    expect(SHELLS.cmd.argument(["100%PATH%"])).not.toContain("%PATH%");
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
  // Rules of its quoting are tested above; this shows that they are the right ones, where there is one to ask.
  test.skipIf(!hasPowershell)(
    "hands whatever stands in a word to a program unchanged (skipped where pwsh is not installed)",
    { timeout: 120_000 },
    () => {
      const words = fc.array(fc.array(fc.oneof(text, fc.constant(aMark())), { maxLength: 4 }), {
        minLength: 1,
        maxLength: 12,
      });
      const program = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
      fc.assert(
        fc.property(words, (all) => {
          const secret = 'it\'s a "secret" $HOME `id`';
          const line = [process.execPath, "-e", program, "--", ...all].map((word) =>
            SHELLS.powershell.argument(typeof word === "string" ? [word] : word),
          );
          const printed = execFileSync(POWERSHELL, ["-NoProfile", "-Command", `& ${line.join(" ")}`], {
            env: { ...process.env, FAULTLINE_API_KEY: secret },
            encoding: "utf8",
          });
          const wanted = all.map((segments) =>
            segments.map((segment) => (typeof segment === "string" ? segment : secret)).join(""),
          );
          expect(JSON.parse(printed)).toEqual(wanted);
        }),
        { numRuns: 20 },
      );
    },
  );
});
