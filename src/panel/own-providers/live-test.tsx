import { useId, useState } from "preact/hooks";
import type { Provider } from "../../catalogue/provider.ts";
import type { EpochMs, Exchange } from "../../exchange/exchange.ts";
import { usePresent } from "../preview/presentation.ts";
import { TriedEvent } from "./tried-event.tsx";
import { type PastedResponse, pastedExchange, tryDocument } from "./try-document.ts";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  /** The document as it is written now; undefined while it has mistakes. */
  readonly document: Provider | undefined;
  readonly shipped: readonly Provider[];
  /** Recorded calls that may be tried, the latest first. */
  readonly recorded: readonly Exchange[];
  readonly now: () => EpochMs;
};

const NOTHING_PASTED: PastedResponse = { status: 400, headers: "", body: "" };

/** Decodes a pasted response or a recorded call with the document while it is being written. */
export function LiveTest({ document, shipped, recorded, now }: Props) {
  const id = useId();
  const present = usePresent();
  const [chosen, setChosen] = useState("");
  const [pasted, setPasted] = useState(NOTHING_PASTED);
  const exchange =
    recorded.find((call) => call.id === chosen) ??
    (pasted.body === "" && pasted.headers === "" ? undefined : pastedExchange(pasted, "example.test", now()));
  return (
    <section class="live-test" aria-labelledby={id}>
      <h3 id={id}>{settingsWords.ownTry}</h3>
      {recorded.length > 0 && (
        <label class="settings-field">
          {settingsWords.ownTryWith}
          <select class="settings-input" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">{settingsWords.ownTryPasted}</option>
            {recorded.map((call) => (
              <option value={call.id} key={call.id}>
                {`${call.response.status} ${call.request.method} ${present(call.request.url, { kind: "url" })}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen === "" && <PastedFields pasted={pasted} onChange={(change) => setPasted({ ...pasted, ...change })} />}
      <div role="status">
        {document === undefined ? (
          <p class="quiet">{settingsWords.ownTryMistakes}</p>
        ) : exchange === undefined ? (
          <p class="quiet">{settingsWords.ownTryNothing}</p>
        ) : (
          <TriedEvent event={tryDocument(document, exchange, shipped)} />
        )}
      </div>
    </section>
  );
}

type FieldsProps = {
  readonly pasted: PastedResponse;
  readonly onChange: (change: Partial<PastedResponse>) => void;
};

function PastedFields({ pasted, onChange }: FieldsProps) {
  return (
    <>
      <label class="settings-field">
        {settingsWords.ownTryStatus}
        <input
          class="settings-input settings-number"
          type="number"
          min="100"
          max="599"
          value={pasted.status}
          onInput={(event) => onChange({ status: Number(event.currentTarget.value) })}
        />
      </label>
      <label class="settings-field">
        {settingsWords.ownTryHeaders}
        <textarea
          class="settings-input pasted-text"
          rows={2}
          spellcheck={false}
          placeholder="Retry-After: 30"
          value={pasted.headers}
          onInput={(event) => onChange({ headers: event.currentTarget.value })}
        />
      </label>
      <label class="settings-field">
        {settingsWords.ownTryBody}
        <textarea
          class="settings-input pasted-text"
          rows={4}
          spellcheck={false}
          placeholder='{"error": {"code": "…"}}'
          value={pasted.body}
          onInput={(event) => onChange({ body: event.currentTarget.value })}
        />
      </label>
    </>
  );
}
