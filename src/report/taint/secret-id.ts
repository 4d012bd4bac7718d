import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../views/base64.ts";

/**
 * Names a secret without telling it, the same in every report, so that what the user chose for one value never lands on
 * another because numbers have moved. For memory only: no report holds it.
 */
export function secretId(identity: string): string {
  return toHex(sha256(new TextEncoder().encode(identity))).slice(0, 32);
}
