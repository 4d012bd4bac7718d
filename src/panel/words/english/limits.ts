import { type Value, words } from "../language.ts";

/** The words of the Limits view. */
export const limitsWords = words("limits", {
  limitsName: "Limits",
  limitsEmpty: "No rate limits seen yet. They appear here after the first response with rate-limit headers.",
  limitsMeter: (meter: Value) => `${meter}: remaining`,
  limitsResetsAt: (time: Value, countdown: Value) => `Resets at ${time} (in ${countdown})`,
  limitsMoreFrom: (time: Value, countdown: Value) => `More quota from ${time} (in ${countdown})`,
  limitsOver: "0 s",
  limitsSpentBy: "Used by",
  limitsTimes: (count: Value) => `${count} ×`,
  limitsPolicy: "Policy",
  limitsPolicyStated: (policy: Value) => `${policy}, as stated by the response`,
  limitsLastSeen: "Last seen",
  limitsSeenAt: (time: Value) => `${time}. Cached responses do not count.`,
  limitsClock: "Clock",
  limitsLooksLike: "Looks like",
  limitsPlan: (plan: Value, limits: Value, source: Value) => `${plan}: ${limits} (${source})`,
  limitsDisagree: (statements: Value) => `The documentation disagrees: ${statements}`,
  limitsSide: (statement: Value, source: Value) => `${statement} (${source})`,
  limitsPaceReset: "The window has reset since the last response; the remaining count is unknown.",
  limitsPaceUnknown: "The API doesn’t report the remaining count, so no pace can be calculated.",
  limitsPaceReached: "The limit is reached.",
  limitsPaceTooFew: "Too few calls in the last minute to calculate a pace.",
  limitsPaceNothing: "Nothing was used in the last minute.",
  limitsPaceSlow: "Used at less than 1 a minute.",
  limitsPace: (calls: Value) => `Used at ${calls} a minute.`,
  limitsForecast: (duration: Value) => `At this pace the limit is reached in about ${duration}.`,
  limitsForecastReset: "At this pace the window resets before the limit is reached.",
  limitsPerSecond: (limit: Value) => `${limit} a second`,
  limitsPerMinute: (limit: Value) => `${limit} a minute`,
  limitsPerHour: (limit: Value) => `${limit} an hour`,
  limitsPerDay: (limit: Value) => `${limit} a day`,
  limitsPerSeconds: (limit: Value, seconds: Value) => `${limit} in ${seconds} seconds`,
  limitsClockAhead: (duration: Value) =>
    `This computer’s clock is ${duration} ahead of the server’s; the times are corrected for the difference.`,
  limitsClockBehind: (duration: Value) =>
    `This computer’s clock is ${duration} behind the server’s; the times are corrected for the difference.`,
  limitsSparkline: (first: Value, last: Value, duration: Value, responses: Value) =>
    `Remaining went from ${first} to ${last} in ${duration}, over ${responses} responses`,
});
