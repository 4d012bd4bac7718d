import { GENERIC_ID } from "./generic-host.ts";
import type { Provider } from "./provider.ts";

/**
 * Stands in for a host no document describes, where a caller asks for such exchanges all the same (a report of any HAR
 * entry). It knows only the error shape most JSON APIs share and claims nothing else.
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
  envelopes: [
    {
      name: "error object",
      requires: ["/error/code"],
      code: "/error/code",
      message: "/error/message",
      type: "/error/type",
      field: ["/error/param", "/error/field"],
      details: "/error/details",
      source: "https://www.rfc-editor.org/rfc/rfc9110#section-15",
    },
  ],
  requestId: { headers: [{ name: "X-Request-ID", source: "https://www.rfc-editor.org/rfc/rfc9110" }] },
  limits: [],
  redaction: { secretFields: [], secretQuery: [], secretHeaders: [], personalFields: [], dropBodies: [] },
  idPrefixes: [],
  statuses: {},
  codes: {},
  conflicts: [],
  unstated: [],
};
