/** One thing to put right in a provider document. `path` is a JSON pointer into it. */
export type CatalogueProblem = {
  readonly path: string;
  readonly actual: string;
  readonly expected: string;
  readonly tip: string;
};
