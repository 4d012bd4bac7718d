import { add, type Search } from "../find/search.ts";
import type { View } from "../views/view.ts";

const BEGIN = /-----BEGIN[ +]((?:[A-Z0-9]+[ +]){0,4}PRIVATE[ +]KEY(?:[ +]BLOCK)?)-----/g;
const BODY = /[A-Za-z0-9+/=\s\\:,.()_-]/;
const MAX_LINES = 200;

/** End of a key that was cut off: the run of characters that keys and their headers consist of. */
function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && BODY.test(text.charAt(end))) end += 1;
  return end;
}

/** Private keys in PEM (RFC 7468), OpenSSH and PGP armour; certificates and public keys stay. Cut-off ones count. */
export function findPrivateKeyBlocks(search: Search, view: View): void {
  if (!view.text.includes("PRIVATE")) return;
  for (const match of view.text.matchAll(BEGIN)) {
    const from = match.index + match[0].length;
    const close = view.text.indexOf("-----END", from);
    const reopened = view.text.indexOf("-----BEGIN", from);
    const closed = close !== -1 && (reopened === -1 || close < reopened);
    const tail = closed ? view.text.indexOf("-----", close + 8) : -1;
    const end = closed ? (tail === -1 ? view.text.length : tail + 5) : endOfRun(view.text, from);
    const lines = view.text.slice(from, closed ? close : end).split(/(?:\\[nr]|\s|[+](?=[A-Za-z0-9/+]{60}))+/);
    const also = lines.slice(0, MAX_LINES).filter((line) => line.length >= 16);
    add(search, view, match.index, end, { kind: "private-key", rule: "format", facts: "PEM", also });
  }
}
