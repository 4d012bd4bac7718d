import { BLOCKSECOPS_HOST, CHAINGUARD_HOST, URBLOCK_HOST } from "../stand-in/hosts.ts";

export type ApiName = "blocksecops" | "chainguard" | "urblock";

export const HOSTS: Readonly<Record<ApiName, string>> = {
  blocksecops: BLOCKSECOPS_HOST,
  chainguard: CHAINGUARD_HOST,
  urblock: URBLOCK_HOST,
};

/**
 * Obvious fakes. `?account=NAME` in the page's address makes keys of another account, whose rate-limit windows are its
 * own: so that visits do not use up each other's.
 */
const account = new URLSearchParams(location.search).get("account") ?? "0001";

export const KEYS: Readonly<Record<ApiName, string>> = {
  blocksecops: `bso_test_EXAMPLE${account}`,
  chainguard: `cg_test_EXAMPLE${account}`,
  urblock: `sk_test_EXAMPLE${account}`,
};
