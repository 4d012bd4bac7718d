const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const FIRST_CODE_POINT = 128;
const LONGEST_LABEL = 63;

/**
 * A host name as browsers put it into URLs: lower case, and a label with other than ASCII letters as `xn--…`
 * (RFC 5891; Punycode is RFC 3492). Undefined where a label comes out longer than DNS allows or is empty. The mapping is
 * Unicode's compatibility form and lower case, which is what UTS 46 does for every name met in practice; written by hand
 * because the pure rooms have no `URL`.
 */
export function asciiHost(host: string): string | undefined {
  // UTS 46 section 4 step 2: the ideographic full stops separate labels, too.
  const labels = host
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .split(/[.\u3002]/);
  const ascii = labels.map(asciiLabel);
  return ascii.every((label) => label !== "" && label.length <= LONGEST_LABEL) ? ascii.join(".") : undefined;
}

function asciiLabel(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  if (points.every((point) => point < FIRST_CODE_POINT)) return label;
  return points.length > LONGEST_LABEL ? "" : `xn--${punycode(points)}`;
}

/** RFC 3492 section 6.3. At most 63 code points come in, so the plain loops are short. */
function punycode(points: readonly number[]): string {
  const basic = points.filter((point) => point < FIRST_CODE_POINT);
  let output = String.fromCodePoint(...basic);
  if (basic.length > 0) output += "-";
  let current = FIRST_CODE_POINT;
  let delta = 0;
  let bias = 72;
  let handled = basic.length;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= current));
    delta += (next - current) * (handled + 1);
    current = next;
    for (const point of points) {
      if (point < current) delta += 1;
      if (point !== current) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    current += 1;
  }
  return output;
}

function variableLength(delta: number, bias: number): string {
  let digits = "";
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (rest < threshold) return digits + digit(rest);
    digits += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/** RFC 3492 section 6.1. */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38));
}

/** 0 to 25 are letters, 26 to 35 figures. */
function digit(value: number): string {
  return String.fromCodePoint(value < 26 ? value + 97 : value + 22);
}
