import { useState } from "preact/hooks";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { Exchange, HeaderList } from "../../exchange/exchange.ts";
import { tokensInHeaders } from "../jwt/call-tokens.ts";
import { TokenSection } from "../jwt/token-section.tsx";
import { countText, text, type TextKey } from "../text/text.ts";
import { Facts, Section } from "./section.tsx";
import { describeStatus } from "./status-line.ts";

type Props = { readonly event: ApiEvent };

/** What was asked, what came back, and every header of both, in wire order. */
export function HeadersTab({ event }: Props) {
  const { exchange } = event;
  const { request, response } = exchange;
  const [wanted, setWanted] = useState("");
  return (
    <>
      <Section title={text("headersGeneral")}>
        <Facts
          facts={[
            [text("headersUrl"), request.url],
            [text("headersMethod"), request.method],
            [text("responseStatus"), describeStatus(response)],
            [text("responseError"), response.error],
            [text("headersProtocol"), response.httpVersion || request.httpVersion],
            [text("headersAddress"), exchange.serverAddress],
            [text("headersRedirect"), response.redirectUrl],
            [text("headersServed"), response.fromCache === null ? null : text("headersCache", response.fromCache)],
            [text("headersWorker"), response.viaServiceWorker ? text("headersWorkerAnswered") : null],
          ]}
        />
      </Section>
      <input
        type="search"
        class="headers-filter"
        aria-label={text("headersFilter")}
        placeholder={text("headersFilter")}
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
        titles={["headersResponse", "headersResponseSome"]}
        none="headersNoResponse"
        caveats={responseCaveats(exchange)}
      />
      <HeaderSection
        headers={request.headers}
        wanted={wanted}
        titles={["headersRequest", "headersRequestSome"]}
        none="headersNoRequest"
        caveats={requestCaveats(exchange)}
      />
      <TokenSection found={tokensInHeaders(exchange)} event={event} />
    </>
  );
}

/** Why the request's headers may not be what went over the wire (Chromium gives the intended ones then). */
function requestCaveats({ response }: Exchange): readonly string[] {
  if (response.viaServiceWorker) return [text("headersProvisionalWorker")];
  if (response.fromCache !== null) return [text("headersProvisionalCache")];
  return response.status === 0 ? [text("headersProvisionalFailed")] : [];
}

function responseCaveats({ response }: Exchange): readonly string[] {
  const { body } = response;
  return [
    ...(response.fromCache === null ? [] : [text("headersStale")]),
    ...(body.kind === "unavailable" && body.reason === "cors-blocked" ? [text("headersWithheldCors")] : []),
  ];
}

type SectionProps = {
  readonly headers: HeaderList;
  readonly wanted: string;
  /** With all of them shown, and with some. */
  readonly titles: readonly [TextKey, TextKey];
  readonly none: TextKey;
  readonly caveats: readonly string[];
};

function HeaderSection({ headers, wanted, titles, none, caveats }: SectionProps) {
  const needle = wanted.trim().toLowerCase();
  const shown = headers.filter(({ name, value }) => `${name}: ${value}`.toLowerCase().includes(needle));
  const [all, some] = titles;
  const title = shown.length === headers.length ? text(all, headers.length) : text(some, shown.length, headers.length);
  return (
    <Section title={title}>
      {caveats.map((caveat) => (
        <p class="absence" key={caveat}>
          {caveat}
        </p>
      ))}
      {headers.length === 0 && <p class="quiet">{text(none)}</p>}
      {headers.length > 0 && shown.length === 0 && <p class="quiet">{text("headersNoMatch")}</p>}
      {shown.length > 0 && (
        <table class="pairs">
          <caption class="spoken">{countText("headersCount", "headersCounts", shown.length)}</caption>
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
