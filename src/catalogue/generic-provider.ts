import { GENERIC_ID } from "./generic-host.ts";
import type { Provider } from "./provider.ts";

const NO_DOCUMENT = "https://www.rfc-editor.org/rfc/rfc9110";

/** Headers in which servers and gateways give a request id, those of the API itself first. */
const REQUEST_ID_HEADERS = [
  "X-Request-ID",
  "Request-Id",
  "X-Correlation-ID",
  "X-Amzn-RequestId",
  "x-amz-request-id",
  "x-ms-request-id",
  "X-GitHub-Request-Id",
  "X-Goog-Request-Id",
  "X-Trace-Id",
  "X-Amz-Cf-Id",
  "CF-Ray",
];

/**
 * Stands in for a host no document describes: one that the user watches without naming an API, or any other whose
 * exchanges a caller asks for. It claims nothing but what many APIs have in common.
 */
export const GENERIC_PROVIDER: Provider = {
  schemaVersion: 1,
  id: GENERIC_ID,
  name: "Other API",
  hosts: [],
  docs: {},
  support: { contacts: [], asksFor: [] },
  authentication: {
    headers: [{ name: "Authorization", source: "https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2" }],
    keys: [],
    jwt: true,
  },
  // Of the shapes that `src/decode/envelopes` knows, the decoder puts in the one a body has, with its standard codes.
  envelopes: [],
  requestId: { headers: REQUEST_ID_HEADERS.map((name) => ({ name, source: NO_DOCUMENT })) },
  limits: [],
  redaction: { secretFields: [], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
  idPrefixes: [],
  statuses: {},
  codes: {},
  conflicts: [],
  unstated: [],
};
