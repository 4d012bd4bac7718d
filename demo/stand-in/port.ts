import type { AddressInfo } from "node:net";

/** The port of a listening server, from what `server.address()` gives; 0 where it listens on no port. */
export function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}
