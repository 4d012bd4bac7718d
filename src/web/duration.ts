const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time for a sentence: "12 ms", "0.3 s", "45 s", "2 min 5 s", "3 h", "31 days". Input in milliseconds. */
export function inWords(lengthMs: number): string {
  const ms = Math.max(0, lengthMs);
  if (ms < 0.5) return "0 s";
  if (ms < 100) return `${Math.round(ms)} ms`;
  if (ms < 9_950) return `${trimZero((ms / SECOND).toFixed(1))} s`;
  if (ms < 119_500) return `${Math.round(ms / SECOND)} s`;
  if (ms < HOUR) return twoUnits(ms, MINUTE, "min", SECOND, "s");
  if (ms < DAY) return twoUnits(ms, HOUR, "h", MINUTE, "min");
  return `${Math.round(ms / DAY)} ${Math.round(ms / DAY) === 1 ? "day" : "days"}`;
}

function trimZero(decimal: string): string {
  return decimal.endsWith(".0") ? decimal.slice(0, -2) : decimal;
}

function twoUnits(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const smalls = Math.round(ms / small);
  const perBig = big / small;
  const rest = smalls % perBig;
  const bigs = Math.floor(smalls / perBig);
  return rest === 0 ? `${bigs} ${bigName}` : `${bigs} ${bigName} ${rest} ${smallName}`;
}
