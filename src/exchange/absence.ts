import type { BodyAbsence, Recorder } from "./exchange.ts";

/** Why there is no body, in one sentence for the panel, the command line and reports. */
export function describeAbsence(reason: BodyAbsence, recorder: Recorder): string {
  switch (reason) {
    case "cors-blocked":
      return "The response arrived, but the browser withheld its body because the CORS check failed.";
    case "no-response":
      return recorder === "firefox" ? "No response arrived (Firefox does not say why)." : "No response arrived.";
    case "redirect":
      return "Browsers keep no body for a redirect.";
    case "navigated":
      return "The page navigated away before the body could be read.";
    case "not-given":
      return "The browser did not hand the body over (cancelled, evicted, opaque or not kept).";
    case "refused":
      return "DevTools refused access to the body (a policy or a protected page).";
    case "failed":
      return "Asking the browser for the body failed.";
    case "timed-out":
      return "The browser did not answer when asked for the body.";
    case "not-kept":
      return "Bodies of successful responses are not kept.";
    case "over-limit":
      return "The body was dropped to stay under the recorder's memory limit.";
    case "not-in-har":
      return "The HAR file does not hold this body.";
  }
}
