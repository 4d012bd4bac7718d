import type { Rule } from "../find/finding.ts";

/**
 * Why a stretch was cut: a rule of the redactor, a copy of a secret that was found elsewhere, the user's own mark, or a
 * policy that hides what would otherwise stay.
 */
export type Reason = Rule | "copy" | "by-hand" | "policy";

/** Where a mark comes from. `where` names the part of the exchange: "request header Authorization". */
export type Origin = { readonly where: string; readonly reason: Reason };
