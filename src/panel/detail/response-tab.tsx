import type { ApiEvent } from "../../decode/api-event.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { formatBytes } from "../words/format-amount.ts";
import { tokensInBody } from "../jwt/call-tokens.ts";
import { TokenSection } from "../jwt/token-section.tsx";
import { text } from "../text/text.ts";
import { BodyView } from "./body-view.tsx";
import { Facts, Section } from "./section.tsx";
import { describeStatus } from "./status-line.ts";

type Props = { readonly event: ApiEvent; readonly onPick: (pick: BodyPick) => void };

/** What came back. */
export function ResponseTab({ event, onPick }: Props) {
  const { response, recorder } = event.exchange;
  return (
    <>
      <Section title={text("responseTitle")}>
        <Facts
          facts={[
            [text("responseStatus"), describeStatus(response)],
            [text("responseError"), response.error],
            [text("requestType"), response.mimeType],
            [text("responseSize"), response.size === null ? null : formatBytes(response.size)],
          ]}
        />
      </Section>
      <Section title={text("bodyTitle")}>
        <BodyView body={response.body} recorder={recorder} side="response" onPick={onPick} />
      </Section>
      <TokenSection found={tokensInBody(event.exchange, "response")} event={event} />
    </>
  );
}
