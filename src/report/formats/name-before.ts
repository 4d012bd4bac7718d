const NAME = /([A-Za-z_$][\w$.-]{0,60})\\?["'`\]]{0,2}\s{0,4}(?:=>|:=|[:=])\s{0,4}\\?["'`[]{0,2}$/;

/** The field name that stands right before a value, whatever the syntax: `"version": "`, `build=`. "" without one. */
export function nameBefore(text: string, start: number): string {
  return NAME.exec(text.slice(Math.max(0, start - 80), start))?.[1] ?? "";
}
