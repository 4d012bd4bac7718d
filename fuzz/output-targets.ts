import fc from "fast-check";
import { SHELLS } from "../src/report/output/shell.ts";
import { prose } from "../src/report/output/markdown-text.ts";
import { hostileMarkdown, liveIn, renderGfm } from "../src/report/testing/rendered-markdown.ts";
import { hostileText, sent } from "../src/report/testing/shells/hostile-text.ts";
import { PROMPTS, typeInto, whyNot } from "../src/report/testing/shells/typed.ts";
import { echoing, FACTS, leaksIn, PLACES } from "../src/report/testing/echoes.ts";
import { OUTPUTS } from "../src/report/testing/formats.ts";
import { promise, target, type Target } from "./target.ts";

/** Commands that are typed into one shell: to start one takes longer than to type into it. */
const TYPED_AT_ONCE = 40;
const prompts = PROMPTS.filter((prompt) => whyNot(prompt) === undefined);

function runTyped({ at, words }: { readonly at: number; readonly words: readonly string[] }): void {
  const prompt = prompts[at % Math.max(1, prompts.length)];
  if (prompt === undefined) return;
  const { posix } = SHELLS;
  const texts = words.map((text) => {
    const argument = posix.argument([text]);
    return `${posix.comment(text)}\n${argument === undefined ? `${posix.print?.([text]) ?? ""} |\ncurl @-` : `curl ${argument}`}`;
  });
  const { calls, done, made } = typeInto(prompt, texts);
  promise(made.length === 0, `${prompt.name}: something else ran, which made ${made.join(", ")}`);
  promise(
    done === texts.length && calls.length === texts.length,
    `${prompt.name}: ${calls.length} of ${texts.length} ran`,
  );
  for (const [
    index,
    {
      words: [word = ""],
      input,
    },
  ] of calls.entries())
    promise((input?.toString("utf8") ?? word) === sent(words[index] ?? ""), `${prompt.name}: another text arrived`);
}

const typed = target({
  name: "commands",
  cases: fc.record({
    at: fc.nat(),
    words: fc.array(hostileText, { minLength: TYPED_AT_ONCE, maxLength: TYPED_AT_ONCE }),
  }),
  run: runTyped,
  slow: [],
});

const letters = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet.split("")), minLength, maxLength });
const WORD_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Credentials of forms that no format rule knows. */
const credential = fc.oneof(
  letters("0123456789abcdef", 32, 64),
  letters(`${WORD_LETTERS}-_`, 24, 64),
  letters(`${WORD_LETTERS}+/`, 24, 64).map((text) => `${text}==`),
  fc.uuid(),
);

const echoes = target({
  name: "a credential echoed as a fact",
  cases: fc.record({
    place: fc.constantFrom(...Object.keys(PLACES)),
    fact: fc.constantFrom(...Object.keys(FACTS)),
    output: fc.constantFrom(...OUTPUTS),
    secret: credential,
  }),
  run: ({ place, fact, output, secret }) => {
    const [plant, write] = [PLACES[place], FACTS[fact]];
    if (plant === undefined || write === undefined) throw new Error("no such place or fact");
    const leaks = leaksIn(echoing(plant, write(secret), secret), secret, [output]);
    promise(leaks.length === 0, `a credential in ${place}, echoed as ${fact}, is in: ${leaks.join(", ")}`);
  },
  slow: [],
});

/** What leaves: commands typed into the shells that are here, and Markdown as a host renders it. */
export const OUTPUT_TARGETS: readonly Target[] = [
  echoes,
  {
    ...typed,
    check: (options) => {
      const { cases, broken } = typed.check({ ...options, numRuns: Math.ceil(options.numRuns / TYPED_AT_ONCE) });
      return { cases: prompts.length === 0 ? 0 : cases * TYPED_AT_ONCE, broken };
    },
  },
  target({
    name: "rendered Markdown",
    cases: fc.record({
      text: hostileMarkdown,
      recorded: fc.array(hostileMarkdown, { maxLength: 2 }),
      place: fc.constantFrom("", "- ", "> ", "1. "),
    }),
    run: ({ text, recorded, place }) => {
      const live = liveIn(renderGfm(`${place}${prose([text, ...recorded].join(" said "), recorded)}\n`));
      promise(live.length === 0, `came alive: ${live.join(", ")}`);
    },
    slow: ["`", "a", "@a ", "-", "1."].map((unit) => (size: number) => ({
      text: unit.repeat(size / unit.length),
      recorded: [unit],
      place: "",
    })),
  }),
];
