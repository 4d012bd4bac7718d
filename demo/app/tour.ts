import { checkAddress, createToken, mintToken, mintTooMuch, scanContract, signIn } from "./actions.ts";
import type { Outcome } from "./call.ts";
import type { ApiName } from "./keys.ts";
import { abortCall, breakWire, burst, retryWithBackoff, retryWithoutBackoff } from "./scenarios.ts";

const ADDRESS = "0xdAC17F958D2ee523a2206206994597C13D831ec7";

/**
 * A working day in a few seconds: what goes well, then what goes wrong, one kind after the other. The last call is the
 * only one that ends in ChainGuard's RATE_LIMIT_EXCEEDED.
 */
export async function tour(error: (api: ApiName, code: string, more?: string) => Promise<Outcome>): Promise<void> {
  await signIn("dev@mintboard.example", "EXAMPLE-pass");
  await createToken("Silver", "SLV");
  await checkAddress(ADDRESS, "ethereum");
  const scan = scanContract("gold-vault", "standard");
  const mint = mintTooMuch();
  await mintToken("1000", "mint-0001");
  await mintToken("2000", "mint-0001");
  await error("blocksecops", "FORBIDDEN");
  await error("blocksecops", "PERMISSION_DENIED");
  await retryWithoutBackoff("urblock", 1);
  await retryWithBackoff("urblock", 2);
  await Promise.all([scan, mint]);
  await burst("blocksecops");
  await signIn("dev@mintboard.example", "EXAMPLE-wrong-pass");
  await checkAddress("0xinvalid", "ethereum");
  await checkAddress(ADDRESS, "solana");
  await createToken("Gold", "g!");
  await error("blocksecops", "INVALID_FILE_TYPE", "simulate_status=415");
  await error("chainguard", "CONTRACT_NOT_FOUND");
  await error("urblock", "token_not_found");
  await error("urblock", "missing_credentials");
  await breakWire("blocksecops", "gateway-502");
  await breakWire("urblock", "cors-blocked");
  await breakWire("chainguard", "dropped");
  await abortCall("chainguard");
  await error("urblock", "contract_reverted");
  await error("urblock", "rpc_error");
  await error("blocksecops", "SERVICE_UNAVAILABLE");
  await error("chainguard", "QUOTA_EXCEEDED");
  await error("chainguard", "RATE_LIMIT_EXCEEDED");
}
