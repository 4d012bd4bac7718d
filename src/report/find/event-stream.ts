import { decodedBuilder, decodedView, type View } from "../views/view.ts";
import { matchesOf } from "../views/matches.ts";
import type { Descend } from "./descend.ts";

const DATA = /^data:[ ]?/gm;
const SEVERAL = /^data:[^\n]*\n(?=data:)/m;

/** Events whose data is spread over lines (HTML, server-sent events): read as one text, as browsers join them. */
export function findInEventStream(view: View, descend: Descend): void {
  const { text } = view;
  if (!text.includes("data:") || !SEVERAL.test(text)) return;
  const builder = decodedBuilder(text.length);
  let copied = 0;
  for (const match of matchesOf(DATA, text)) {
    builder.copy(text, copied, match.index);
    copied = match.index + match[0].length;
  }
  builder.copy(text, copied, text.length);
  descend(decodedView(view, builder.done(text.length)), { formats: true, name: "" });
}
