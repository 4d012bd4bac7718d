import type { ReportText } from "../report/report-text.ts";

/** What became of a copy. `reason` is a sentence for the user. */
export type ClipboardResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Puts a redacted text on the clipboard. Call it inside a click or key handler, before any await: Firefox ties the
 * clipboard to the gesture, and without the `clipboardWrite` permission there is no other way. The older
 * `execCommand("copy")` is the second attempt, for browsers and policies that refuse the first. The result says
 * truthfully whether either worked. Never rejects.
 */
export async function writeClipboard(text: ReportText): Promise<ClipboardResult> {
  try {
    await navigator.clipboard.writeText(text);
    return { ok: true };
  } catch (error) {
    if (copyWithCommand(text)) return { ok: true };
    const why = error instanceof Error && error.message !== "" ? ` (${error.message})` : "";
    return { ok: false, reason: `The browser refused the clipboard${why}. Click into the panel and copy again.` };
  }
}

/** `execCommand("copy")` takes the selection, so a text field holds the text for a moment. False where refused. */
function copyWithCommand(text: ReportText): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  // Out of sight without `display: none`, which would make it unselectable; a style sheet cannot be relied on here.
  field.style.position = "fixed";
  field.style.insetInlineStart = "-9999px";
  document.body.append(field);
  try {
    field.select();
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
