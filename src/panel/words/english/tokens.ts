import { type Value, words } from "../language.ts";

/** The words of the tokens (JWTs) of a call. */
export const tokenWords = words("tokens", {
  jwtTitle: "Tokens (JWT)",
  jwtIn: (place: Value) => `in ${place}`,
  jwtRequestHeader: (name: Value) => `request header ${name}`,
  jwtResponseHeader: (name: Value) => `response header ${name}`,
  jwtCookie: (name: Value) => `cookie ${name}`,
  jwtUrl: "the request URL",
  jwtRequestBody: "the request body",
  jwtResponseBody: "the response body",
  jwtHeader: "Header",
  jwtClaims: "Claims",
  jwtUnverified: "Decoded, not verified: the signature is neither checked nor shown, and nothing here is copied.",
  jwtEncrypted: "The claims are encrypted (JWE): only the recipient can read them.",
  jwtClock: (time: Value) => `Compared with the server’s clock when it responded: ${time}.`,
  jwtClockSkew: (time: Value, difference: Value) =>
    `Compared with the server’s clock when it responded: ${time}. This computer’s clock is ${difference}.`,
  jwtClockAhead: (duration: Value) => `${duration} ahead of it`,
  jwtClockBehind: (duration: Value) => `${duration} behind it`,
  jwtOwnClock: (time: Value) =>
    `The response has no Date header: compared with this computer’s clock when it arrived, ${time}.`,
  jwtExpired: (duration: Value) => `expired ${duration} earlier`,
  jwtExpires: (duration: Value) => `valid for another ${duration}`,
  jwtNotYet: (duration: Value) => `not valid for another ${duration}`,
  jwtValidSince: (duration: Value) => `valid since ${duration} earlier`,
  jwtIssued: (duration: Value) => `issued ${duration} earlier`,
  jwtIssuedLater: (duration: Value) => `issued ${duration} later: one of the clocks is wrong`,
  jwtNoInstant: "not a Unix timestamp, as RFC 7519 requires",
  jwtMilliseconds: "in milliseconds instead of the seconds RFC 7519 requires: readers see a time in the far future",
  jwtMore: (count: Value) => `${count} more tokens are not listed.`,
  jwtSeconds: (count: Value) => `${count} s`,
  jwtMinutes: (count: Value) => `${count} min`,
  jwtHours: (count: Value) => `${count} h`,
  jwtHoursMinutes: (hours: Value, minutes: Value) => `${hours} h ${minutes} min`,
  jwtDays: (count: Value) => `${count} days`,
});
