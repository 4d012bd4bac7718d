import type { ComponentChildren } from "preact";
import type { EventRow } from "../../timeline/row.ts";
import { text } from "../text/text.ts";
import { usePresentedEvent } from "./presentation.ts";

type Props = { readonly row: EventRow; readonly children: (row: EventRow) => ComponentChildren };

/** A row as it may be shown: in presentation mode its event has been through the redactor, the id stays. */
export function PresentedRow({ row, children }: Props) {
  const event = usePresentedEvent(row.event);
  if (event === undefined) return <p class="quiet">{text("previewPreparing")}</p>;
  return <>{children(event === row.event ? row : { ...row, event })}</>;
}
