import { add, type Search } from "../find/search.ts";
import type { View } from "../views/view.ts";
import { matchesOf } from "../views/matches.ts";

const BEGIN = /-----BEGIN[ +]((?:[A-Z0-9]+[ +]){0,4}PRIVATE[ +]KEY(?:[ +]BLOCK)?)-----/g;
/** The characters that keys and their headers consist of. */
const BODY = /[A-Za-z0-9+/=\s\\:,.()_-]*/y;
const MAX_LINES = 200;

/** Private keys in PEM (RFC 7468), OpenSSH and PGP armour; certificates and public keys stay. Cut-off ones count. */
export function findPrivateKeyBlocks(search: Search, view: View): void {
  const { text } = view;
  if (!text.includes("PRIVATE")) return;
  const heads = matchesOf(BEGIN, text);
  for (const [index, head] of heads.entries()) {
    const from = head.index + head[0].length;
    // No key reaches into the next one.
    const limit = heads[index + 1]?.index ?? text.length;
    const rest = text.slice(from, limit);
    const close = rest.indexOf("-----END");
    const tail = close === -1 ? -1 : rest.indexOf("-----", close + 8);
    BODY.lastIndex = 0;
    const bodyEnd = close === -1 ? (BODY.exec(rest)?.[0].length ?? 0) : close;
    const end = from + (close === -1 ? bodyEnd : tail === -1 ? rest.length : tail + 5);
    const lines = rest.slice(0, bodyEnd).split(/(?:\\[nr]|\s|[+](?=[A-Za-z0-9/+]{60}))+/);
    const also = lines.slice(0, MAX_LINES).filter((line) => line.length >= 16);
    add(search, view, head.index, end, { kind: "private-key", rule: "format", facts: "PEM", also });
  }
}
