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
  if (requestId === null) return <MissingId event={event} provider={provider} />;
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
        {requestId.undocumented === true && `, ${detailWords.idUndocumented}`}
      </span>
    </p>
  );
}

/** Says that there is none. The places that were looked through are in the tooltip: most calls have none of them. */
function MissingId({ event, provider }: Pick<Props, "event" | "provider">) {
  if (event.exchange.response.status === 0) return <p class="quiet">{detailWords.idNoResponse}</p>;
  const places = [
    ...(provider?.requestId.headers.map(({ name }) => detailWords.idHeader(name)) ?? []),
    ...new Set(
      provider?.envelopes.flatMap(({ requestId }) => (requestId === undefined ? [] : [detailWords.idBody(requestId)])),
    ),
  ];
  return (
    <p class="quiet" title={places.length === 0 ? undefined : detailWords.idChecked(places.join(", "))}>
      {detailWords.idNone} {provider?.requestId.unstated}
    </p>
  );
}
