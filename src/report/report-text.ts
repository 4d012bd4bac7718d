declare const redacted: unique symbol;
declare const safe: unique symbol;

/**
 * Text that has been through the redactor. Only `src/report/` can make one, and the clipboard and the exporters take
 * nothing else: un-redacted text cannot reach them by mistake.
 */
export type ReportText = string & { readonly [redacted]: true };

/**
 * One text of the traffic, redacted together with its exchange. Only a `Writer` makes one; what prints single texts takes
 * nothing else, so that a raw code or message there is a type error.
 */
export type SafeText = string & { readonly [safe]: true };
