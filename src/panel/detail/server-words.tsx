import type { ComponentChildren } from "preact";
import type { ApiEvent, EventFact, FieldError } from "../../decode/api-event.ts";
import { formatCount } from "../words/format-amount.ts";
import { detailWords } from "../words/english/detail.ts";
import { DocumentLink } from "./document-link.tsx";
import { Facts, Section } from "./section.tsx";

/** So many inputs are listed; the response's tab has them all. */
const MOST_INPUTS = 50;

/** In characters. */
const LONGEST_DETAILS = 500;

type Props = { readonly event: ApiEvent };

/** The server's own sentence, unless the headline is that sentence already. */
export function ServerMessage({ event }: Props) {
  const { message } = event;
  if (message === null || message.trim() === "" || oneLine(message) === oneLine(event.title)) return null;
  return (
    <blockquote class="server-message">
      <span class="quiet">
        {event.envelope === null ? detailWords.explainBodySays : detailWords.explainSays(event.providerName)}
      </span>{" "}
      {message}
    </blockquote>
  );
}

/** What stands in the body beside the message: hints and links, and the inputs at fault with their number. */
export function ServerFacts({ event }: Props) {
  const { fieldErrors = [], fieldErrorCount = fieldErrors.length } = event;
  const facts = factsWithDetails(event);
  return (
    <>
      {facts.length > 0 && (
        <Section title={detailWords.factsTitle}>
          <Facts facts={facts.map(factOf)} />
        </Section>
      )}
      {fieldErrors.length > 0 && (
        <Section title={detailWords.inputsTitle(fieldErrorCount)}>
          <ul class="inputs">
            {fieldErrors.slice(0, MOST_INPUTS).map((error, index) => (
              <Input error={error} key={index} />
            ))}
          </ul>
          {fieldErrorCount > MOST_INPUTS && (
            <p class="quiet">{detailWords.inputsMore(formatCount(fieldErrorCount - MOST_INPUTS))}</p>
          )}
        </Section>
      )}
    </>
  );
}

/** The facts, and the envelope's details if no fact and no list of inputs says the same. */
function factsWithDetails({ facts = [], details, fieldErrors = [] }: ApiEvent): readonly EventFact[] {
  if (details === null || fieldErrors.length > 0) return facts;
  const value = textOfDetails(details);
  if (value === "" || facts.some((fact) => fact.value === value || details.includes(fact.value))) return facts;
  return [...facts, { label: detailWords.factsDetails, value: clipped(value) }];
}

/** A JSON text of a string as that string; every other JSON as it stands. */
function textOfDetails(details: string): string {
  try {
    const value: unknown = JSON.parse(details);
    if (value === null) return "";
    return typeof value === "string" ? value : details;
  } catch {
    return details;
  }
}

function clipped(text: string): string {
  return text.length <= LONGEST_DETAILS ? text : `${text.slice(0, LONGEST_DETAILS)}…`;
}

function Input({ error: { field, message, code } }: { readonly error: FieldError }) {
  return (
    <li>
      {field !== "" && <code>{field}</code>} {message}
      {code !== null && code !== message && (
        <span class="quiet">
          {" "}
          <code>{code}</code>
        </span>
      )}
    </li>
  );
}

function factOf({ label, value }: EventFact): readonly [string, ComponentChildren] {
  const isLink = value.startsWith("https://") && !/\s/.test(value);
  return [label, isLink ? <DocumentLink href={value}>{value}</DocumentLink> : value];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
