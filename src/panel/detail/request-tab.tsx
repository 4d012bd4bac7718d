import type { PostParam } from "../../exchange/exchange.ts";
import type { EventRow } from "../../timeline/row.ts";
import { BodyView } from "./body-view.tsx";
import { Facts, Section } from "./section.tsx";

type Props = { readonly row: EventRow };

/** What was sent: address, query and body. */
export function RequestTab({ row }: Props) {
  const { exchange } = row.event;
  const { request } = exchange;
  const parameters = [...new URLSearchParams(row.query)];
  return (
    <>
      <Section title="Request">
        <Facts
          facts={[
            ["Method", request.method],
            ["Host", row.host],
            ["Path", row.path],
            ["Content type", request.mimeType],
          ]}
        />
      </Section>
      {parameters.length > 0 && (
        <Section title="Query">
          <Pairs pairs={parameters} />
        </Section>
      )}
      {request.params.length > 0 && (
        <Section title="Form">
          <Pairs pairs={request.params.map(describeParam)} />
        </Section>
      )}
      <Section title="Body">
        <BodyView body={request.body} recorder={exchange.recorder} label="The request body" />
      </Section>
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

function describeParam(param: PostParam): readonly [string, string] {
  if (param.fileName === undefined) return [param.name, param.value ?? ""];
  const type = param.contentType === undefined ? "" : `, ${param.contentType}`;
  return [param.name, `file “${param.fileName}”${type} (contents are not kept)`];
}
