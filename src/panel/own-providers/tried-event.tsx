import { detailWords } from "../words/english/detail.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { usePresent } from "../preview/presentation.ts";
import { eventWords } from "../words/english/event.ts";
import { settingsWords } from "../words/english/settings.ts";

/** How an event reads, in short: what the panel's explanation would say with the document in force. */
export function TriedEvent({ event }: { readonly event: ApiEvent | undefined }) {
  const present = usePresent();
  const words = (recorded: string): string => present(recorded, { kind: "text" });
  if (event === undefined || event.outcome !== "failure") return <p>{settingsWords.ownTrySuccess}</p>;
  return (
    <dl class="tried">
      <dt>{settingsWords.ownTryTitle}</dt>
      <dd>
        <strong>{words(event.title)}</strong>
      </dd>
      <dt>{settingsWords.ownTryCode}</dt>
      <dd>
        {event.code === null ? settingsWords.ownTryNoCode : <code>{words(event.code)}</code>}
        {event.meaning === "unknown-code" && ` ${settingsWords.ownTryUnknownCode}`}
      </dd>
      <dt>{settingsWords.ownTryEnvelope}</dt>
      <dd>{event.envelope ?? settingsWords.ownTryNoEnvelope}</dd>
      <dt>{settingsWords.ownTryExplanation}</dt>
      <dd>{words(event.explanation)}</dd>
      {event.causes.length > 0 && <dt>{settingsWords.ownTryCauses}</dt>}
      {event.causes.map((cause, index) => (
        <dd key={index}>
          {detailWords.verdict[cause.verdict]}: {cause.text} {words(cause.evidence ?? "")}
        </dd>
      ))}
      <dt>{settingsWords.ownTryAdvice}</dt>
      <dd>
        {eventWords.retry[event.advice.retry]}. {words(event.advice.reason)}
      </dd>
    </dl>
  );
}
