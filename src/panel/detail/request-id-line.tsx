import type { Provider } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { Icon } from "../controls/icon.tsx";
import { text } from "../text/text.ts";

type Props = {
  readonly event: ApiEvent;
  readonly provider: Provider | undefined;
  readonly onCopy: () => void;
};

/** The id that support asks for, where it was found, and a button to copy it; or why there is none. */
export function RequestIdLine({ event, provider, onCopy }: Props) {
  const { requestId } = event;
  if (requestId === null) return <p class="quiet">{describeMissingId(event, provider)}</p>;
  return (
    <p class="request-id">
      <code>{requestId.value}</code>
      <button type="button" class="icon-button" aria-label={text("idCopy")} title={text("idCopy")} onClick={onCopy}>
        <Icon name="copy" />
      </button>
      <span class="quiet">{text(requestId.from === "header" ? "idFromHeader" : "idFromBody", requestId.name)}</span>
    </p>
  );
}

/** Why an event carries no request id, in one or two sentences. */
function describeMissingId(event: ApiEvent, provider: Provider | undefined): string {
  if (event.exchange.response.status === 0) return text("idNoResponse");
  if (provider === undefined) return text("idNone");
  const places = [
    ...provider.requestId.headers.map(({ name }) => text("idHeader", name)),
    ...new Set(
      provider.envelopes.flatMap(({ requestId }) => (requestId === undefined ? [] : [text("idBody", requestId)])),
    ),
  ];
  const looked = places.length === 0 ? text("idNone") : text("idNoneIn", places.join(", "));
  return provider.requestId.unstated === undefined ? looked : `${looked} ${provider.requestId.unstated}`;
}
