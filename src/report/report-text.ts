declare const redacted: unique symbol;

/**
 * Text that has been through the redactor. Only `src/report/` can make one, and the clipboard and the exporters take
 * nothing else: un-redacted text cannot reach them by mistake.
 */
export type ReportText = string & { readonly [redacted]: true };
