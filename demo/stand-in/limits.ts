import type { BlockSecOpsOptions } from "./blocksecops.ts";
import type { ChainGuardOptions } from "./chainguard.ts";
import type { UrblockOptions } from "./urblock.ts";

/** Every window, wait and size of the stand-in. */
export type Limits = {
  readonly blocksecops: BlockSecOpsOptions;
  readonly chainguard: ChainGuardOptions;
  readonly urblock: UrblockOptions;
};

/** The members that differ. */
export type LimitChanges = { readonly [Name in keyof Limits]?: Partial<Limits[Name]> };

const MINUTE = 60;
/** The sizes that the documents name; waits of scans, locks and chains are the stand-in's own. */
const DOCUMENTED: Limits = {
  blocksecops: { limit: 60, windowSeconds: MINUTE, scanSeconds: 6, scanPlaces: 2, uploadLimitBytes: 50 * 1024 * 1024 },
  chainguard: { limit: 60, windowSeconds: MINUTE, dailyQuota: 1000 },
  urblock: { limit: 100, windowSeconds: MINUTE, lockSeconds: 30, settleSeconds: 3 },
};

/** The documented sizes with some of them changed. */
export function limitsOf(changes: LimitChanges = {}): Limits {
  return {
    blocksecops: { ...DOCUMENTED.blocksecops, ...changes.blocksecops },
    chainguard: { ...DOCUMENTED.chainguard, ...changes.chainguard },
    urblock: { ...DOCUMENTED.urblock, ...changes.urblock },
  };
}
