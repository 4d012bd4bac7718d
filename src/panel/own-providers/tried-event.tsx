import type { ApiEvent } from "../../decode/api-event.ts";
import { usePresent } from "../preview/presentation.ts";
import { text } from "../text/text.ts";
import { RETRY_WORDS, VERDICT_WORDS } from "../words/words.ts";

/** How an event reads, in short: what the panel's explanation would say with the document in force. */
export function TriedEvent({ event }: { readonly event: ApiEvent | undefined }) {
  const present = usePresent();
  const words = (recorded: string): string => present(recorded, { kind: "text" });
  if (event === undefined || event.outcome !== "failure") return <p>{text("ownTrySuccess")}</p>;
  return (
    <dl class="tried">
      <dt>{text("ownTryTitle")}</dt>
      <dd>
        <strong>{words(event.title)}</strong>
      </dd>
      <dt>{text("ownTryCode")}</dt>
      <dd>
        {event.code === null ? text("ownTryNoCode") : <code>{words(event.code)}</code>}
        {event.meaning === "unknown-code" && ` ${text("ownTryUnknownCode")}`}
      </dd>
      <dt>{text("ownTryEnvelope")}</dt>
      <dd>{event.envelope ?? text("ownTryNoEnvelope")}</dd>
      <dt>{text("ownTryExplanation")}</dt>
      <dd>{words(event.explanation)}</dd>
      {event.causes.length > 0 && <dt>{text("ownTryCauses")}</dt>}
      {event.causes.map((cause, index) => (
        <dd key={index}>
          {VERDICT_WORDS[cause.verdict].text}: {cause.text} {words(cause.evidence ?? "")}
        </dd>
      ))}
      <dt>{text("ownTryAdvice")}</dt>
      <dd>
        {RETRY_WORDS[event.advice.retry].text}. {words(event.advice.reason)}
      </dd>
    </dl>
  );
}
