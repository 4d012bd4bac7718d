import { listed } from "../../timeline/listing.ts";
import { arranged, countKept, countShown, filtered } from "../../timeline/rows.ts";
import { findRetryGaps } from "../../timeline/rows-gaps.ts";

/** What makes a list of a timeline. No row is there before records are read, so it is loaded with what reads them. */
export const listing = { listed, filtered, arranged, countKept, countShown, findRetryGaps };
