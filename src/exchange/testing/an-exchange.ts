import type { Exchange } from "../exchange.ts";
import { readEntry } from "../read-entry.ts";
import { anEntry, type EntryShape } from "./an-entry.ts";

/** An exchange made the only way there is one: by reading an entry. */
export function anExchange(shape: EntryShape = {}, id = "exchange-1"): Exchange {
  const read = readEntry(anEntry(shape), { id });
  if (!read.ok) throw new Error(read.problem);
  return read.exchange;
}
