import type { ReportText } from "../report/report-text.ts";

/** What became of a copy. `reason` is a sentence for the user. */
export type ClipboardResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Puts a redacted text on the clipboard. Call it inside a click or key handler, before any await: browsers tie the
 * clipboard to the gesture, and without the `clipboardWrite` permission no other way exists. A text that takes longer
 * than the gesture counts (five seconds) is handed over as a promise, for which the clipboard waits. The older
 * `execCommand("copy")` is the last attempt, for browsers and policies that refuse the others. The result says
 * truthfully whether one worked; if the promise rejects, nothing was copied. Never rejects.
 */
export async function writeClipboard(text: ReportText | Promise<ReportText>): Promise<ClipboardResult> {
  if (typeof text !== "string") return writePromised(text);
  try {
    await navigator.clipboard.writeText(text);
    return { ok: true };
  } catch (error) {
    return copyWithCommand(text) ? { ok: true } : refused(error);
  }
}

/** Async Clipboard API: the data of a ClipboardItem may be promises. */
async function writePromised(text: Promise<ReportText>): Promise<ClipboardResult> {
  const blob = text.then((ready) => new Blob([ready], { type: "text/plain" }));
  // If the clipboard is refused synchronously, no event is fired for it.
  blob.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return { ok: true };
  } catch {
    try {
      return await writeClipboard(await text);
    } catch (error) {
      return refused(error);
    }
  }
}

function refused(error: unknown): ClipboardResult {
  const why = error instanceof Error && error.message !== "" ? ` (${error.message})` : "";
  return { ok: false, reason: `The browser refused the clipboard${why}. Click into the panel and copy again.` };
}

/** `execCommand("copy")` takes the selection, so a text field holds the text for a moment. False if refused. */
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
