/** Whether a host is written as an IPv4 address would be: its last label is a number (WHATWG URL, "ends in a number"). */
export function looksLikeIpv4(host: string): boolean {
  return /^(?:\d{1,39}|0x[0-9a-f]{0,39})$/i.test(host.slice(host.lastIndexOf(".") + 1));
}

/** Whether it is the one spelling browsers put into URLs: four decimal numbers without leading zeros. */
export function isIpv4(host: string): boolean {
  const parts = host.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/**
 * An IPv6 address (without brackets) as browsers put it into URLs: lower case, no leading zeros, the longest run of two
 * or more zero groups as "::" (RFC 5952 section 4). Undefined for anything that is no address, or that has a zone.
 */
export function canonicalIpv6(text: string): string | undefined {
  if (text.length > 45 || text.split("::").length > 2) return undefined;
  const [head = "", tail] = text.toLowerCase().split("::");
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return compressed([...before, ...Array.from({ length: missing }, () => 0), ...after]);
}

/** The 16-bit groups of one side of "::"; an IPv4 address in the last place is two of them. */
function groupsOf(text: string): readonly number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else if (index === parts.length - 1 && isIpv4(part)) {
      const [a = 0, b = 0, c = 0, d = 0] = part.split(".").map(Number);
      groups.push(a * 256 + b, c * 256 + d);
    } else return undefined;
  }
  return groups;
}

function compressed(groups: readonly number[]): string {
  let start = -1;
  let length = 1;
  for (let index = 0; index < groups.length; index += 1) {
    let end = index;
    while (groups[end] === 0) end += 1;
    if (end - index <= length) continue;
    start = index;
    length = end - index;
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(":");
  return start === -1 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}
