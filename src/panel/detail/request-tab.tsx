import type { PostParam } from "../../exchange/exchange.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import type { EventRow } from "../../timeline/row.ts";
import { joinTokens, tokensInBody, tokensInUrl } from "../jwt/call-tokens.ts";
import { TokenSection } from "../jwt/token-section.tsx";
import type { OpenSource } from "../shell/ports.ts";
import { BodyView } from "./body-view.tsx";
import { InitiatorSection } from "./initiator.tsx";
import { Facts, Section } from "./section.tsx";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly row: EventRow;
  readonly openSource: OpenSource | undefined;
  readonly onPick: (pick: BodyPick) => void;
};

/** What was sent, address, query and body, and what code sent it. */
export function RequestTab({ row, openSource, onPick }: Props) {
  const { event } = row;
  const { exchange } = event;
  const { request } = exchange;
  const parameters = [...new URLSearchParams(row.query)];
  return (
    <>
      <Section title={detailWords.requestTitle}>
        <Facts
          facts={[
            [detailWords.requestMethod, request.method],
            [detailWords.requestHost, row.host],
            [detailWords.requestPath, row.path],
            [detailWords.requestType, request.mimeType],
          ]}
        />
      </Section>
      {parameters.length > 0 && (
        <Section title={detailWords.requestQuery}>
          <Pairs pairs={parameters} />
        </Section>
      )}
      {request.params.length > 0 && (
        <Section title={detailWords.requestForm}>
          <Pairs pairs={request.params.map(describeParam)} />
        </Section>
      )}
      <Section title={detailWords.bodyTitle}>
        <BodyView body={request.body} recorder={exchange.recorder} side="request" onPick={onPick} />
      </Section>
      <TokenSection found={joinTokens([tokensInUrl(exchange), tokensInBody(exchange, "request")])} event={event} />
      <InitiatorSection exchange={exchange} openSource={openSource} />
    </>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <table class="pairs">
      <tbody>
        {pairs.map(([name, value], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeParam({ name, value, fileName, contentType }: PostParam): readonly [string, string] {
  if (fileName === undefined) return [name, value ?? ""];
  return [
    name,
    contentType === undefined ? detailWords.requestFile(fileName) : detailWords.requestFileTyped(fileName, contentType),
  ];
}
