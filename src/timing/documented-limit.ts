/** A limit as a provider's document lists it. */
export type DocumentedLimit = {
  readonly scope: string;
  readonly limit?: number | undefined;
  readonly windowSeconds?: number | undefined;
};

/**
 * The documented limits that a window's numbers match, for "looks like the … plan". Only a guess: plans may share
 * numbers. If the window does not state its length, the limit alone decides; otherwise both must agree.
 */
export function matchingLimits<T extends DocumentedLimit>(
  window: { readonly limit: number | null; readonly windowSeconds: number | null },
  documented: readonly T[],
): readonly T[] {
  return documented.filter(
    ({ limit, windowSeconds }) =>
      limit !== undefined &&
      limit === window.limit &&
      (window.windowSeconds === null || windowSeconds === undefined || windowSeconds === window.windowSeconds),
  );
}
