import type { Arbitrary } from "fast-check";

/** Something that takes data from outside. */
export type Target = {
  readonly name: string;
  readonly cases: Arbitrary<unknown>;
  /** Hands one case over and throws where a promise is broken; that it does not throw by itself is the first promise. */
  readonly run: (input: never) => void;
  /** Input of about `size` characters that is made to be slow; for the question whether time grows faster than it. */
  readonly slow: readonly ((size: number) => unknown)[];
};

/** A target with its types tied together. */
export function target<Input>(definition: {
  readonly name: string;
  readonly cases: Arbitrary<Input>;
  readonly run: (input: Input) => void;
  readonly slow: readonly ((size: number) => Input)[];
}): Target {
  return definition;
}

/** Throws with what is wrong. */
export function promise(holds: boolean, broken: string): asserts holds {
  if (!holds) throw new Error(broken);
}
