import type { Exchange, HeaderList } from "../../exchange/exchange.ts";
import { formatPlural } from "../format-amount.ts";
import { Facts, Section } from "./section.tsx";

type Props = { readonly exchange: Exchange };

/** What was asked, what came back, and every header of both, in wire order. */
export function HeadersTab({ exchange }: Props) {
  const { request, response } = exchange;
  return (
    <>
      <Section title="General">
        <Facts
          facts={[
            ["Request URL", request.url],
            ["Request method", request.method],
            ["Status", response.status === 0 ? "no response" : `${response.status} ${response.statusText}`.trimEnd()],
            ["Network error", response.error],
            ["Protocol", response.httpVersion || request.httpVersion],
            ["Remote address", exchange.serverAddress],
            ["Redirected to", response.redirectUrl],
            ["Served from", response.fromCache === null ? null : `${response.fromCache} cache`],
            ["Service worker", response.viaServiceWorker ? "answered by the page’s service worker" : null],
          ]}
        />
      </Section>
      <Section title={`Response headers (${response.headers.length})`}>
        <HeaderTable headers={response.headers} none="No response headers arrived." />
      </Section>
      <Section title={`Request headers (${request.headers.length})`}>
        <HeaderTable headers={request.headers} none="The browser recorded no request headers." />
      </Section>
    </>
  );
}

type TableProps = { readonly headers: HeaderList; readonly none: string };

function HeaderTable({ headers, none }: TableProps) {
  if (headers.length === 0) return <p class="quiet">{none}</p>;
  return (
    <table class="pairs">
      <caption class="spoken">{formatPlural(headers.length, "header")}</caption>
      <tbody>
        {headers.map(({ name, value }, index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
