import type { Exchange } from "../exchange/exchange.ts";

/** Why no response arrived, as far as the browser says. */
export type NetworkFailure = { readonly title: string; readonly explanation: string };

/** Chromium's names: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const BY_ERROR: ReadonlyMap<string, NetworkFailure> = new Map([
  [
    "net::ERR_ABORTED",
    {
      title: "Cancelled before an answer",
      explanation:
        "The page itself cancelled the request (an abort signal, a timeout of its own, or leaving the page). The API did not refuse it.",
    },
  ],
  [
    "net::ERR_FAILED",
    {
      title: "Blocked or failed in the browser",
      explanation:
        "The browser gave up on the request. After a preflight this most often means that the CORS check failed.",
    },
  ],
  [
    "net::ERR_EMPTY_RESPONSE",
    {
      title: "Connection closed without an answer",
      explanation: "The server accepted the connection and closed it without sending a response.",
    },
  ],
  [
    "net::ERR_CONNECTION_REFUSED",
    { title: "Connection refused", explanation: "Nothing accepts connections at this address and port." },
  ],
  [
    "net::ERR_CONNECTION_RESET",
    { title: "Connection reset", explanation: "The connection was cut while the request was under way." },
  ],
  [
    "net::ERR_CONNECTION_CLOSED",
    { title: "Connection closed", explanation: "The connection was closed before a response arrived." },
  ],
  [
    "net::ERR_CONNECTION_TIMED_OUT",
    { title: "Connection timed out", explanation: "The server did not answer the attempt to connect." },
  ],
  ["net::ERR_TIMED_OUT", { title: "Timed out", explanation: "The operation took too long, and the browser gave up." }],
  [
    "net::ERR_NAME_NOT_RESOLVED",
    { title: "Host name not found", explanation: "The host name could not be resolved to an address." },
  ],
  ["net::ERR_INTERNET_DISCONNECTED", { title: "Offline", explanation: "The computer has no network connection." }],
  [
    "net::ERR_NETWORK_CHANGED",
    { title: "Network changed", explanation: "The computer's network changed while the request was under way." },
  ],
  [
    "net::ERR_CERT_AUTHORITY_INVALID",
    { title: "Certificate not trusted", explanation: "The browser does not trust the server's certificate." },
  ],
  [
    "net::ERR_CERT_DATE_INVALID",
    { title: "Certificate out of date", explanation: "The server's certificate is not valid at this computer's date." },
  ],
  [
    "net::ERR_BLOCKED_BY_CLIENT",
    { title: "Blocked in the browser", explanation: "An extension or a browser setting blocked the request." },
  ],
  [
    "net::ERR_HTTP2_PROTOCOL_ERROR",
    { title: "HTTP/2 error", explanation: "The server ended the HTTP/2 stream with an error." },
  ],
]);

/** The failure of an exchange with status 0: Chromium names a reason, Firefox does not. */
export function networkFailure(exchange: Exchange): NetworkFailure {
  const { error } = exchange.response;
  const known = error === null ? undefined : BY_ERROR.get(error);
  if (known !== undefined) return known;
  if (error !== null)
    return { title: "No response", explanation: `No response arrived. The browser reports ${error}.` };
  return exchange.recorder === "firefox"
    ? {
        title: "No response (Firefox does not say why)",
        explanation:
          "No response arrived. Firefox gives extensions no reason: it may be a cancelled request, a refused or dropped connection, an unknown host name, or a block.",
      }
    : { title: "No response", explanation: "No response arrived, and the recording does not say why." };
}
