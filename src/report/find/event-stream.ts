import { decodedBuilder, decodedView, type View } from "../views/view.ts";
import type { Descend } from "./descend.ts";

const FIELD = "data:";

/** Where the lines that start with "data:" start, in order. A line may end in LF, CR LF or CR (HTML, server-sent events). */
function dataLines(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(FIELD); at !== -1; at = text.indexOf(FIELD, at + FIELD.length)) {
    const before = text.charAt(at - 1);
    if (before === "" || before === "\n" || before === "\r") starts.push(at);
  }
  return starts;
}

/** Whether the line that starts at `next` comes right after the one that starts at `start`. */
function isNextLine(text: string, start: number, next: number): boolean {
  const end = text.startsWith("\r\n", next - 2) ? next - 2 : next - 1;
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) return false;
  }
  return true;
}

/** Events whose data is spread over lines (HTML, server-sent events): read as one text, as browsers join them. */
export function findInEventStream(view: View, descend: Descend): void {
  const { text } = view;
  const starts = dataLines(text);
  // Events of one line each are read as they stand.
  if (!starts.some((start, index) => index > 0 && isNextLine(text, starts[index - 1] ?? 0, start))) return;
  const builder = decodedBuilder(text.length);
  let copied = 0;
  for (const start of starts) {
    builder.copy(text, copied, start);
    copied = start + FIELD.length;
    if (text.charAt(copied) === " ") copied += 1;
  }
  builder.copy(text, copied, text.length);
  descend(decodedView(view, builder.done(text.length)), { formats: true, name: "" });
}
