import type { ApiEvent } from "../../decode/api-event.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { formatBytes } from "../words/format-amount.ts";
import { tokensInBody } from "../jwt/call-tokens.ts";
import { TokenSection } from "../jwt/token-section.tsx";
import { BodyView } from "./body-view.tsx";
import { Facts, Section } from "./section.tsx";
import { describeStatus } from "./status-line.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly event: ApiEvent; readonly onPick: (pick: BodyPick) => void };

/** What came back. */
export function ResponseTab({ event, onPick }: Props) {
  const { response, recorder } = event.exchange;
  return (
    <>
      <Section title={detailWords.responseTitle}>
        <Facts
          facts={[
            [detailWords.responseStatus, describeStatus(response)],
            [detailWords.responseError, response.error],
            [detailWords.requestType, response.mimeType],
            [detailWords.responseSize, response.size === null ? null : formatBytes(response.size)],
          ]}
        />
      </Section>
      <Section title={detailWords.bodyTitle}>
        <BodyView body={response.body} recorder={recorder} side="response" onPick={onPick} />
      </Section>
      <TokenSection found={tokensInBody(event.exchange, "response")} event={event} />
    </>
  );
}
