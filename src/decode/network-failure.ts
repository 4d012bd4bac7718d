import type { Exchange } from "../exchange/exchange.ts";

/** Why no response arrived, as far as the browser says. */
export type NetworkFailure = {
  readonly title: string;
  readonly explanation: string;
  /** Repeating the call cannot help: what stopped it is there again. Absent where it may pass. */
  readonly isLasting?: true;
};

/** Chromium's names: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const BY_ERROR: ReadonlyMap<string, NetworkFailure> = new Map([
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
    {
      title: "Certificate not trusted",
      explanation: "The browser does not trust the server's certificate.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_CERT_DATE_INVALID",
    {
      title: "Certificate out of date",
      explanation: "The server's certificate is not valid at this computer's date.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_BLOCKED_BY_CLIENT",
    {
      title: "Blocked by an extension or the browser",
      explanation:
        "An extension, such as an ad blocker, or the request blocking of DevTools stopped the request. It never reached the server.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_CERT_COMMON_NAME_INVALID",
    {
      title: "Certificate of another host",
      explanation: "The server's certificate is not for this host name.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_BLOCKED_BY_RESPONSE",
    {
      title: "Blocked by a header of the answer",
      explanation: "The answer's own policy (Cross-Origin-Resource-Policy or a relative) keeps it from this page.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_BLOCKED_BY_ADMINISTRATOR",
    {
      title: "Blocked in the browser",
      explanation: "A policy of the organisation blocked the request.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_BLOCKED_BY_CSP",
    {
      title: "Blocked by the page's own policy",
      explanation: "The page's Content-Security-Policy does not allow this address.",
      isLasting: true,
    },
  ],
  [
    "net::ERR_UNSAFE_PORT",
    { title: "Port not allowed", explanation: "Browsers do not connect to this port.", isLasting: true },
  ],
  ["net::ERR_ADDRESS_UNREACHABLE", { title: "Address unreachable", explanation: "No route leads to the server." }],
  ["net::ERR_SSL_PROTOCOL_ERROR", { title: "TLS error", explanation: "The TLS handshake failed." }],
  ["net::ERR_QUIC_PROTOCOL_ERROR", { title: "QUIC error", explanation: "The QUIC connection ended with an error." }],
  [
    "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
    { title: "Answer cut short", explanation: "The connection ended before the whole answer had arrived." },
  ],
  [
    "net::ERR_HTTP2_PROTOCOL_ERROR",
    { title: "HTTP/2 error", explanation: "The server ended the HTTP/2 stream with an error." },
  ],
]);

const CANCELLED_BY_PAGE: NetworkFailure = {
  title: "Cancelled before an answer",
  explanation:
    "The page itself cancelled the request (an abort signal, a timeout of its own, or leaving the page). The API did not refuse it.",
};

const CANCELLED = /^(?:net::ERR_ABORTED|NS_BINDING_ABORTED|NS_ERROR_ABORT|cancell?ed)$/i;

/** The page gave the call up itself: an abort signal, a timeout of its own, or leaving the page. */
export function isCancelled({ response }: Pick<Exchange, "response">): boolean {
  return response.status === 0 && response.error !== null && CANCELLED.test(response.error);
}

/** The failure of an exchange with status 0: Chromium names a reason, Firefox does not. */
export function networkFailure(exchange: Exchange): NetworkFailure {
  const { error } = exchange.response;
  const known = error === null ? undefined : BY_ERROR.get(error);
  if (known !== undefined) return known;
  if (isCancelled(exchange)) return CANCELLED_BY_PAGE;
  if (error !== null && error.startsWith("net::ERR_CERT"))
    return { title: "Certificate not accepted", explanation: `The browser reports ${error}.`, isLasting: true };
  if (error !== null) return { title: "No response", explanation: `No response arrived. The recording says ${error}.` };
  return exchange.recorder === "firefox"
    ? {
        title: "No response (Firefox does not say why)",
        explanation:
          "No response arrived. Firefox gives extensions no reason: it may be a cancelled request, a refused or dropped connection, an unknown host name, or a block.",
      }
    : { title: "No response", explanation: "No response arrived, and the recording does not say why." };
}
