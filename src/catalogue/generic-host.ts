/** The provider id of hosts that are watched without a document of their own: see `GENERIC_PROVIDER`. */
export const GENERIC_ID = "generic";
