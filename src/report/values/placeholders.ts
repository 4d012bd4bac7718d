/** Words that stand where a value is missing or is only named; they are the diagnosis and must stay. */
const NOT_VALUES: ReadonlySet<string> = new Set(
  "null undefined none nil nan true false yes no on off n/a na empty missing unset todo tbd changeme_please [object object] (null) (none) (empty) (hidden) redacted hidden masked removed filtered [redacted] [filtered] [hidden] <redacted> <hidden> ***redacted*** anonymous optional required string number boolean object array any unknown default omit include same-origin".split(
    " ",
  ),
);

const MARK =
  /^\u00ab(?:withheld|redacted:[a-z-]{1,30}:\d{1,6}(?: (?:[A-Za-z0-9_.-]{1,24}[_.:-]|AKIA|ASIA|AIza|dapi|EAACEdEose0cBA|AGE-SECRET-KEY-1|ATATT3|pypi-AgE|[\d,]{1,15} (?:bytes|characters|words)|(?:(?:alg|exp|iat)=[A-Za-z0-9:+-]{1,24} ?){1,3}|PEM|WIF|[a-zA-Z]prv|user=[a-z]{1,10}))?)?\u00bb$/;
const SHELL_OR_TEMPLATE =
  /^(?:\$\{[\w.:-]{1,60}\}|\$\([\w .-]{1,60}\)|\$[A-Z_][A-Z0-9_]{1,60}|%[A-Z_][A-Z0-9_]{1,60}%|\{\{[\w .:-]{1,60}\}\}|\$env:[\w]{1,60}|__[A-Z_]{2,40}__|#\{[\w.]{1,60}\})$/;
/** `<token>`, `[your key]`, `{api_key}`, `:token`: a name of what belongs there, in brackets. */
const BRACKETED =
  /^(?:<[A-Za-z][A-Za-z _-]{0,60}>|\[[A-Za-z][A-Za-z _-]{0,60}\]|\{[A-Za-z_][A-Za-z _.-]{0,40}\}|:[a-z_]{2,20})$/;
const NAMING =
  /[ _-]|key|token|secret|passw|credential|value|jwt|auth|user|your|api|here|code|otp|pin|session|cookie|string|redact|hidden|mask|remov|filter|empty|none|null|id/i;
const YOURS = /^(?:<|\[|\{)?(?:(?:your|insert|paste|replace)(?:[-_ ][a-z]{1,20}){1,6})(?:>|\]|\})?$/i;
const OURS = /^REDACTED-[a-z-]{1,30}-\d{1,6}$/;
const ENVIRONMENT = /^\$?FAULTLINE_[A-Z0-9_]{1,40}$/;
/** Runs of x, stars, dots or bullets with at most a few characters left standing. */
const MASKED = /^[A-Za-z0-9_-]{0,12}(?:[*\u2022\u25cf\u2026]{2,}|\.{3,}|\u2026|[xX]{6,})[A-Za-z0-9_-]{0,6}$/;
const ONLY_MASK = /^[*\u2022\u25cf.xX#_-]{3,}$/;

function isMissing(value: string): boolean {
  return value === "[object Object]" || NOT_VALUES.has(value.toLowerCase());
}

/**
 * Whether a value is none: empty, null-like, a placeholder of a manual or template ("YOUR_API_KEY", "{{token}}",
 * "$KEY"), already masked, or one of our own marks.
 */
export function isPlaceholder(raw: string): boolean {
  const value = raw.trim();
  if (value.length === 0 || isMissing(value)) return true;
  if (value.length > 140) return false;
  return (
    MARK.test(value) ||
    OURS.test(value) ||
    SHELL_OR_TEMPLATE.test(value) ||
    ENVIRONMENT.test(value) ||
    (BRACKETED.test(value) && NAMING.test(value)) ||
    YOURS.test(value) ||
    MASKED.test(value) ||
    ONLY_MASK.test(value)
  );
}
