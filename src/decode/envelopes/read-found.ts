import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import type { Envelope } from "../../catalogue/provider.ts";
import { readEnvelope, type ReadEnvelope } from "../read-envelope.ts";
import type { FoundShape } from "./find-shape.ts";

/** The found shape as an envelope of a document, for this body. */
export function envelopeOf({ shape, found }: FoundShape): Envelope {
  // The empty pointer is the whole body, which is there.
  const { field, ...pointers } = found.at;
  const fields = field === undefined ? {} : { field: [...field] };
  return { name: found.name ?? shape.name, requires: [""], ...pointers, ...fields, source: shape.docs };
}

/** What an error body says, read where its shape found things. */
export function readFound(json: unknown, found: FoundShape): ReadEnvelope {
  const envelope = envelopeOf(found);
  const read = readEnvelope({ ...GENERIC_PROVIDER, envelopes: [envelope] }, json ?? null) ?? EMPTY;
  return { ...read, name: envelope.name, ...found.found.read };
}

const EMPTY: ReadEnvelope = {
  name: "",
  code: null,
  message: null,
  type: null,
  field: null,
  details: null,
  requestId: null,
  timestamp: null,
  status: null,
};
