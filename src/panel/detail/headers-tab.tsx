import { useState } from "preact/hooks";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { Exchange, HeaderList } from "../../exchange/exchange.ts";
import { tokensInHeaders } from "../jwt/call-tokens.ts";
import { TokenSection } from "../jwt/token-section.tsx";
import { Facts, Section } from "./section.tsx";
import { describeStatus } from "./status-line.ts";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly event: ApiEvent };

/** What was asked, what came back, and every header of both, in wire order. */
export function HeadersTab({ event }: Props) {
  const { exchange } = event;
  const { request, response } = exchange;
  const [wanted, setWanted] = useState("");
  return (
    <>
      <Section title={detailWords.headersGeneral}>
        <Facts
          facts={[
            [detailWords.headersUrl, request.url],
            [detailWords.headersMethod, request.method],
            [detailWords.responseStatus, describeStatus(response)],
            [detailWords.responseError, response.error],
            [detailWords.headersProtocol, response.httpVersion || request.httpVersion],
            [detailWords.headersAddress, exchange.serverAddress],
            [detailWords.headersRedirect, response.redirectUrl],
            [
              detailWords.headersServed,
              response.fromCache === null ? null : detailWords.headersCache(response.fromCache),
            ],
            [detailWords.headersWorker, response.viaServiceWorker ? detailWords.headersWorkerAnswered : null],
          ]}
        />
      </Section>
      <input
        type="search"
        class="headers-filter"
        aria-label={detailWords.headersFilter}
        placeholder={detailWords.headersFilter}
        value={wanted}
        onInput={(input) => setWanted(input.currentTarget.value)}
        onKeyDown={(key) => {
          if (key.key !== "Escape" || wanted === "") return;
          setWanted("");
          key.stopPropagation();
        }}
        data-body-search
      />
      <HeaderSection
        headers={response.headers}
        wanted={wanted}
        titles={[detailWords.headersResponse, detailWords.headersResponseSome]}
        none={detailWords.headersNoResponse}
        caveats={responseCaveats(exchange)}
      />
      <HeaderSection
        headers={request.headers}
        wanted={wanted}
        titles={[detailWords.headersRequest, detailWords.headersRequestSome]}
        none={detailWords.headersNoRequest}
        caveats={requestCaveats(exchange)}
      />
      <TokenSection found={tokensInHeaders(exchange)} event={event} />
    </>
  );
}

/** Why the request's headers may not be what went over the wire (Chromium gives the intended ones then). */
function requestCaveats({ response }: Exchange): readonly string[] {
  if (response.viaServiceWorker) return [detailWords.headersProvisionalWorker];
  if (response.fromCache !== null) return [detailWords.headersProvisionalCache];
  return response.status === 0 ? [detailWords.headersProvisionalFailed] : [];
}

function responseCaveats({ response }: Exchange): readonly string[] {
  const { body } = response;
  return [
    ...(response.fromCache === null ? [] : [detailWords.headersStale]),
    ...(body.kind === "unavailable" && body.reason === "cors-blocked" ? [detailWords.headersWithheldCors] : []),
  ];
}

type SectionProps = {
  readonly headers: HeaderList;
  readonly wanted: string;
  /** With all of them shown, and with some. */
  readonly titles: readonly [(count: number) => string, (shown: number, count: number) => string];
  readonly none: string;
  readonly caveats: readonly string[];
};

function HeaderSection({ headers, wanted, titles, none, caveats }: SectionProps) {
  const needle = wanted.trim().toLowerCase();
  const shown = headers.filter(({ name, value }) => `${name}: ${value}`.toLowerCase().includes(needle));
  const [all, some] = titles;
  const title = shown.length === headers.length ? all(headers.length) : some(shown.length, headers.length);
  return (
    <Section title={title}>
      {caveats.map((caveat) => (
        <p class="absence" key={caveat}>
          {caveat}
        </p>
      ))}
      {headers.length === 0 && <p class="quiet">{none}</p>}
      {headers.length > 0 && shown.length === 0 && <p class="quiet">{detailWords.headersNoMatch}</p>}
      {shown.length > 0 && (
        <table class="pairs">
          <caption class="spoken">{detailWords.headersCounts(shown.length)}</caption>
          <tbody>
            {shown.map(({ name, value }, index) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
