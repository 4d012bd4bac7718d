import type { ApiEvent } from "../../decode/api-event.ts";
import { text } from "../text/text.ts";
import { RETRY_WORDS, VERDICT_WORDS } from "../words.ts";

/** How an event reads, in short: what the panel's explanation would say with the document in force. */
export function TriedEvent({ event }: { readonly event: ApiEvent | undefined }) {
  if (event === undefined || event.outcome !== "failure") return <p>{text("ownTrySuccess")}</p>;
  return (
    <dl class="tried">
      <dt>{text("ownTryTitle")}</dt>
      <dd>
        <strong>{event.title}</strong>
      </dd>
      <dt>{text("ownTryCode")}</dt>
      <dd>
        {event.code === null ? text("ownTryNoCode") : <code>{event.code}</code>}
        {event.meaning === "unknown-code" && ` ${text("ownTryUnknownCode")}`}
      </dd>
      <dt>{text("ownTryEnvelope")}</dt>
      <dd>{event.envelope ?? text("ownTryNoEnvelope")}</dd>
      <dt>{text("ownTryExplanation")}</dt>
      <dd>{event.explanation}</dd>
      {event.causes.length > 0 && <dt>{text("ownTryCauses")}</dt>}
      {event.causes.map((cause, index) => (
        <dd key={index}>
          {VERDICT_WORDS[cause.verdict].text}: {cause.text} {cause.evidence}
        </dd>
      ))}
      <dt>{text("ownTryAdvice")}</dt>
      <dd>
        {RETRY_WORDS[event.advice.retry].text}. {event.advice.reason}
      </dd>
    </dl>
  );
}
