import type { ApiEvent } from "../../decode/api-event.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import type { LaneAttempt } from "../../timeline/attempts.ts";
import type { EventRow } from "../../timeline/row.ts";
import type { OpenSource } from "../shell/ports.ts";
import { AttemptsTab } from "./attempts-tab.tsx";
import { HeadersTab } from "./headers-tab.tsx";
import { RequestTab } from "./request-tab.tsx";
import { ResponseTab } from "./response-tab.tsx";
import { TimingTab } from "./timing-tab.tsx";

export type CallTabProps = {
  readonly tab: "request" | "response" | "headers" | "timing" | "attempts";
  readonly row: EventRow;
  readonly attempts: readonly LaneAttempt[];
  readonly onOpen: (id: ApiEvent["id"]) => void;
  readonly onPick: (pick: BodyPick) => void;
  readonly openSource: OpenSource | undefined;
};

/** The tabs that show the call itself, in one file that is loaded when the details are first opened. */
export function CallTab({ tab, row, attempts, onOpen, onPick, openSource }: CallTabProps) {
  switch (tab) {
    case "request":
      return <RequestTab row={row} openSource={openSource} onPick={onPick} />;
    case "response":
      return <ResponseTab event={row.event} onPick={onPick} />;
    case "headers":
      return <HeadersTab event={row.event} />;
    case "timing":
      return <TimingTab exchange={row.event.exchange} />;
    case "attempts":
      return <AttemptsTab attempts={attempts} current={row.id} onOpen={onOpen} />;
  }
}
