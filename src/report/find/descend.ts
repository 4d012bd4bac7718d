import type { View } from "../views/view.ts";

export type DescendOptions = {
  /** Whether the formats still have to be looked for: false for slices of text that was searched already. */
  readonly formats: boolean;
  /** Name of the field, header or parameter the text stands under; "" where it has none. */
  readonly name: string;
  /** Numbers such as 10.4.0.1 are versions here (user agents). */
  readonly versions?: boolean;
  /** The text is a URL or part of one: its pairs are judged by the rules for queries. */
  readonly inUrl?: boolean;
  /** The field an error names, where the text is that error's details: inputs echoed in it are that field's. */
  readonly field?: string;
};

/** Reads a text further, whatever may be in it. Handed down so that the finders need not import each other in a circle. */
export type Descend = (view: View, options: DescendOptions) => void;
