import type { Exchange } from "../../exchange/exchange.ts";
import { formatBytes } from "../format-amount.ts";
import { BodyView } from "./body-view.tsx";
import { Facts, Section } from "./section.tsx";

type Props = { readonly exchange: Exchange };

/** What came back. */
export function ResponseTab({ exchange }: Props) {
  const { response } = exchange;
  return (
    <>
      <Section title="Response">
        <Facts
          facts={[
            ["Status", response.status === 0 ? "no response" : `${response.status} ${response.statusText}`.trimEnd()],
            ["Network error", response.error],
            ["Content type", response.mimeType],
            ["Size", response.size === null ? null : formatBytes(response.size)],
          ]}
        />
      </Section>
      <Section title="Body">
        <BodyView body={response.body} recorder={exchange.recorder} label="The response body" />
      </Section>
    </>
  );
}
