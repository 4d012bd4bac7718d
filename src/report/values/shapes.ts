const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const SYMBOL = /^[A-Z]{2,6}(?:\.[a-z])?$/;
const UUID = /^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;
const BASE58_ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{43,44}$/;
const PLAIN_WORD = /^[A-Z]?[a-z]+(?:['\u2019][a-z]+)?$/;
const WORD_CODE = /^(?:[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:[_-][a-z]+)+)$/;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

export function isChainAddress(value: string): boolean {
  return ADDRESS.test(value);
}

/** A Solana address as far as its alphabet and length show; keys of another kind avoid neither 0 nor l for long. */
function isBase58Address(value: string): boolean {
  return BASE58_ADDRESS.test(value) && /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
}

/** One word of prose: letters only, at most its first a capital. */
export function isPlainWord(value: string): boolean {
  return PLAIN_WORD.test(value);
}

/** An error code or a name: words of one case joined with underscores or hyphens, no digits. */
export function isWordCode(value: string): boolean {
  return WORD_CODE.test(value);
}

/** What stands under a name such as "token" without being a secret: an address, a symbol, a documented public id. */
export function isPublicValue(value: string, idPrefixes: readonly string[]): boolean {
  if (isChainAddress(value) || SYMBOL.test(value) || isBase58Address(value)) return true;
  return idPrefixes.some(
    (prefix) => value.startsWith(prefix) && /^[A-Za-z0-9_-]{1,80}$/.test(value.slice(prefix.length)),
  );
}

/** Looks like a generated key: one run of at least `least` characters that mixes letters with digits or cases. */
export function isKeyLike(value: string, least = 8): boolean {
  if (value.length < least || /[\s"'<>]/.test(value)) return false;
  const digits = /\d/.test(value);
  const letters = /[A-Za-z]/.test(value);
  if (digits && letters) return true;
  if (value.length < 16 || isWordCode(value) || isPlainWord(value)) return false;
  return letters && /[a-z]/.test(value) && /[A-Z]/.test(value);
}

/** 0 lower case, 1 upper case, 2 digit, 3 anything else. */
function classOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return 0;
  if (unit >= 65 && unit <= 90) return 1;
  return unit >= 48 && unit <= 57 ? 2 : 3;
}

/** How often neighbours are of different classes, from 0 to 1: about 0.6 in random keys, far less in words. */
function restlessness(value: string): number {
  let changes = 0;
  for (let index = 1; index < value.length; index++) {
    if (classOf(value.charCodeAt(index)) !== classOf(value.charCodeAt(index - 1))) changes += 1;
  }
  return changes / (value.length - 1);
}

/** Words joined by "_", "-" or ".": a page's name or a path, whatever number ends it. */
function isOfWords(value: string): boolean {
  if (!/[_.-]/.test(value)) return false;
  const words = value.split(/[_.-]/).filter((part) => part.length >= 3 && isPlainWord(part));
  return words.length >= 2 && words.join("").length * 2 >= value.length;
}

/** Mixed enough to be random: 20 or more characters of three classes in no order, or 32 and more hexadecimal digits. */
export function isHighEntropy(value: string): boolean {
  if (value.length < 20 || /[\s"'<>(){},:;]/.test(value)) return false;
  if (isUuid(value) || isOfWords(value)) return false;
  if (/^[0-9a-fA-F]{32,}$/.test(value)) return true;
  const start = value.slice(0, 80);
  if (!/\d/.test(start) || !/[a-z]/.test(start) || !/[A-Z]/.test(start)) return false;
  return new Set(start).size >= 12 && restlessness(start) >= 0.35;
}
