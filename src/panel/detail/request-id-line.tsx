import type { Provider } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { Icon } from "../controls/icon.tsx";
import { detailWords } from "../words/english/detail.ts";

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
      <button
        type="button"
        class="icon-button"
        aria-label={detailWords.idCopy}
        title={detailWords.idCopy}
        onClick={onCopy}
      >
        <Icon name="copy" />
      </button>
      <span class="quiet">
        {(requestId.from === "header" ? detailWords.idFromHeader : detailWords.idFromBody)(requestId.name)}
      </span>
    </p>
  );
}

/** Why an event carries no request id, in one or two sentences. */
function describeMissingId(event: ApiEvent, provider: Provider | undefined): string {
  if (event.exchange.response.status === 0) return detailWords.idNoResponse;
  if (provider === undefined) return detailWords.idNone;
  const places = [
    ...provider.requestId.headers.map(({ name }) => detailWords.idHeader(name)),
    ...new Set(
      provider.envelopes.flatMap(({ requestId }) => (requestId === undefined ? [] : [detailWords.idBody(requestId)])),
    ),
  ];
  const looked = places.length === 0 ? detailWords.idNone : detailWords.idNoneIn(places.join(", "));
  return provider.requestId.unstated === undefined ? looked : `${looked} ${provider.requestId.unstated}`;
}
