import type { ApiEvent } from "../../decode/api-event.ts";
import { type EpochMs, receivedAt } from "../../exchange/exchange.ts";
import { tokenWords } from "../words/english/tokens.ts";

/** The instant a token's times are held against. `skewMs`: this computer's clock minus the server's; null where unknown. */
export type TokenClock = { readonly at: EpochMs; readonly skewMs: number | null };

/** When the server answered, on its own clock as far as its Date header tells: that clock decides whether a token is valid. */
export function clockOf(event: Pick<ApiEvent, "exchange" | "rateLimit">): TokenClock {
  const { skewMs } = event.rateLimit;
  return { at: receivedAt(event.exchange) - (skewMs ?? 0), skewMs };
}

/** Beyond the year 3000 in seconds: RFC 7519's NumericDate written in milliseconds. */
const NO_SECONDS = 32_503_680_000;

/** What one claim says about time. `isBad`: for it, the server would refuse the token, or should. */
export type TimeWords = { readonly at: EpochMs | null; readonly words: string; readonly isBad: boolean };

/**
 * A registered claim of time in words (RFC 7519 section 4.1: seconds since 1970, fractions allowed); undefined for any
 * other claim. `value` is the claim's JSON text.
 */
export function describeTime(name: string, value: string, clock: TokenClock): TimeWords | undefined {
  if (name !== "exp" && name !== "nbf" && name !== "iat") return undefined;
  const seconds = Number(value);
  if (value.startsWith('"') || !Number.isFinite(seconds) || seconds < 0)
    return { at: null, words: tokenWords.jwtNoInstant, isBad: true };
  if (seconds > NO_SECONDS) return { at: null, words: tokenWords.jwtMilliseconds, isBad: true };
  const at = seconds * 1000;
  const ahead = at - clock.at;
  const span = formatSpan(Math.abs(ahead));
  switch (name) {
    case "exp":
      // "on or after which" it must not be accepted (section 4.1.4).
      return ahead > 0
        ? { at, words: tokenWords.jwtExpires(span), isBad: false }
        : { at, words: tokenWords.jwtExpired(span), isBad: true };
    case "nbf":
      return ahead > 0
        ? { at, words: tokenWords.jwtNotYet(span), isBad: true }
        : { at, words: tokenWords.jwtValidSince(span), isBad: false };
    case "iat":
      // The Date header has whole seconds: less than two of them say nothing.
      return ahead > 2_000
        ? { at, words: tokenWords.jwtIssuedLater(span), isBad: true }
        : { at, words: tokenWords.jwtIssued(span), isBad: false };
  }
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A length of time as people say it: "45 s", "12 min", "3 h 20 min", "5 days". */
export function formatSpan(ms: number): string {
  if (ms < 2 * MINUTE_MS) return tokenWords.jwtSeconds(Math.round(ms / 1000));
  if (ms < HOUR_MS) return tokenWords.jwtMinutes(Math.round(ms / MINUTE_MS));
  if (ms >= 2 * DAY_MS) return tokenWords.jwtDays(Math.floor(ms / DAY_MS));
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  return minutes === 0 ? tokenWords.jwtHours(hours) : tokenWords.jwtHoursMinutes(hours, minutes);
}
