import type { EventRow } from "../../timeline/row.ts";
import type { Body } from "../../exchange/exchange.ts";
import { usePresentRow } from "../preview/presentation.ts";
import { recordedPick } from "../preview/recorded-pick.ts";
import { DetailPane } from "./detail-pane.tsx";
import { panelWords } from "../words/english/panel.ts";

type Props = Omit<Parameters<typeof DetailPane>[0], "recorded">;

/**
 * The details of a row as they may be shown: in presentation mode without what is secret. What is done from there (a value
 * copied, a source opened) is done with what was recorded.
 */
export function PresentedDetail(props: Props) {
  const { row: recorded, onPick, openSource } = props;
  const row = usePresentRow("whole")(recorded);
  if (row?.kind !== "event") return <p class="quiet">{panelWords.previewPreparing}</p>;
  if (row === recorded) return <DetailPane {...props} recorded={recorded} />;
  return (
    <DetailPane
      {...props}
      row={row}
      recorded={recorded}
      onPick={(pick) => {
        const found = recordedPick(pick, bodyText(row, pick.side), bodyText(recorded, pick.side));
        if (found !== undefined) onPick(found);
      }}
      openSource={
        openSource &&
        ((place) => {
          const frame = row.event.exchange.initiator?.stack.findIndex((shown) => shown === place) ?? -1;
          const { initiator } = recorded.event.exchange;
          openSource(initiator?.stack[frame] ?? { ...place, url: initiator?.url ?? place.url });
        })
      }
    />
  );
}

function bodyText(row: EventRow, side: "request" | "response"): string {
  const body: Body = row.event.exchange[side].body;
  return body.kind === "text" ? body.text : "";
}
