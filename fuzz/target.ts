import fc, { type Arbitrary } from "fast-check";

/** How many cases were handed over, and the one that broke a promise with its seed; null if none did. */
export type Outcome = { readonly cases: number; readonly broken: string | null };

/** Something that takes data from outside. */
export type Target = {
  readonly name: string;
  /** Hands made-up cases over until one breaks a promise. */
  readonly check: (options: { readonly numRuns: number; readonly seed?: number }) => Outcome;
  /** Each hands over one input of about `size` characters that is made to be slow. */
  readonly slow: readonly ((size: number) => () => void)[];
};

/**
 * A target from its cases and what is done with one. `run` throws if a promise is broken; that nothing else throws
 * is the first promise.
 */
export function target<Input>(definition: {
  readonly name: string;
  readonly cases: Arbitrary<Input>;
  readonly run: (input: Input) => void;
  readonly slow: readonly ((size: number) => Input)[];
}): Target {
  const { name, cases, run, slow } = definition;
  return {
    name,
    check: (options) => {
      const result = fc.check(fc.property(cases, run), options);
      const broken = `${fc.defaultReportMessage(result) ?? ""}\n${String(result.errorInstance)}`;
      return { cases: result.numRuns, broken: result.failed ? broken : null };
    },
    slow: slow.map((make) => (size) => {
      const input = make(size);
      return () => run(input);
    }),
  };
}

/** Throws with what is wrong. */
export function promise(holds: boolean, broken: string): asserts holds {
  if (!holds) throw new Error(broken);
}
