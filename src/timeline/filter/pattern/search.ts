import { buildProgram, type Program } from "./program.ts";
import { readSyntax } from "./read-syntax.ts";
import { isWord, NEWLINE, type Assertion } from "./syntax.ts";

/** Asks whether a pattern occurs in lower-cased text. */
export type Search = (lowerCased: string) => boolean;
export type PatternResult =
  | { readonly ok: true; readonly search: Search }
  | { readonly ok: false; readonly problem: string };

/** The kind of character on one side of a position, as far as assertions care. */
type Side = "edge" | "word" | "other";

/**
 * A set of steps with what was read last; its transitions are filled in as they are needed. Those for ASCII are in a
 * list: a keystroke reads a million characters, and a map would take most of that time.
 */
type State = {
  readonly steps: readonly number[];
  readonly before: Side;
  readonly ascii: (State | undefined)[];
  readonly others: Map<number, State>;
  /** Whether a text may end here; undefined until it is asked. */
  isMatchAtEnd: boolean | undefined;
};

const MAX_STATES = 1000;
const ASCII = 128;

function newState(steps: readonly number[], before: Side): State {
  const ascii = Array.from<State | undefined>({ length: ASCII });
  return { steps, before, ascii, others: new Map(), isMatchAtEnd: undefined };
}

/** After a match, reading stops. */
const MATCH = newState([], "other");

/**
 * Compiles a pattern for searching without regard to case. The search runs a deterministic automaton that is built
 * while it reads, so its time is linear in the text whatever the pattern: no input can make it backtrack. `^` and `$`
 * match at line ends. Never throws; a pattern that is not supported gives a sentence.
 */
export function compilePattern(pattern: string): PatternResult {
  const read = readSyntax(pattern);
  if (!read.ok) return read;
  const program = buildProgram(read.syntax);
  if (program === undefined) return { ok: false, problem: "The repetitions make this pattern too large." };
  return { ok: true, search: createSearch(program) };
}

function createSearch(program: Program): Search {
  const states = new Map<string, State>();
  /** Rebuilds now and then instead of growing without bound. Transitions go as well: all states hang on the first one. */
  const forget = (): void => {
    for (const state of [start, ...states.values()]) {
      state.ascii.fill(undefined);
      state.others.clear();
    }
    states.clear();
  };
  const stateOf = (steps: readonly number[], before: Side): State => {
    const key = `${before} ${steps.join(" ")}`;
    const known = states.get(key);
    if (known !== undefined) return known;
    if (states.size >= MAX_STATES) forget();
    const state = newState(steps, before);
    states.set(key, state);
    return state;
  };
  const learn = (state: State, unit: number): State => {
    const next = advance(program, state, unit, stateOf);
    if (unit < ASCII) state.ascii[unit] = next;
    else state.others.set(unit, next);
    return next;
  };
  const start = newState([program.start], "edge");
  return (text) => {
    let state = start;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      state = (unit < ASCII ? state.ascii[unit] : state.others.get(unit)) ?? learn(state, unit);
      if (state === MATCH) return true;
    }
    state.isMatchAtEnd ??= reach(program, state, "edge").includes(0);
    return state.isMatchAtEnd;
  };
}

function advance(
  program: Program,
  state: State,
  unit: number,
  stateOf: (steps: readonly number[], before: Side) => State,
): State {
  const reached = reach(program, state, sideOf(unit));
  // The match is always step 0; see buildProgram.
  if (reached.includes(0)) return MATCH;
  const nexts = new Set<number>([program.start]);
  for (const index of reached) {
    const step = program.steps[index];
    if (step?.kind === "unit" && step.test(unit)) nexts.add(step.next);
  }
  return stateOf(
    [...nexts].toSorted((one, other) => one - other),
    sideOf(unit),
  );
}

/** The steps reached without reading, between what was read last and what comes next. */
function reach(program: Program, state: State, after: Side): readonly number[] {
  const seen = new Set<number>();
  const open = [...state.steps];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const step = program.steps[index];
    if (step?.kind === "fork") open.push(...step.nexts);
    else if (step?.kind === "assert" && holds(step.where, state.before, after)) open.push(step.next);
  }
  return [...seen];
}

function holds(where: Assertion, before: Side, after: Side): boolean {
  switch (where) {
    case "line-start":
      return before === "edge";
    case "line-end":
      return after === "edge";
    case "word-edge":
      return (before === "word") !== (after === "word");
    case "no-word-edge":
      return (before === "word") === (after === "word");
  }
}

function sideOf(unit: number): Side {
  if (unit === NEWLINE) return "edge";
  return isWord(unit) ? "word" : "other";
}
