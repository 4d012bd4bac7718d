import { type Exchange, receivedAt, type Timings } from "../../exchange/exchange.ts";
import { formatDuration } from "../format-amount.ts";
import { formatInstant } from "../format-instant.ts";
import { Facts, Section } from "./section.tsx";
import "./timing-tab.css";

const PHASES: readonly (readonly [keyof Timings, string])[] = [
  ["blocked", "Queued"],
  ["dns", "DNS"],
  ["connect", "Connecting"],
  ["ssl", "of which TLS"],
  ["send", "Sending"],
  ["wait", "Waiting for the server"],
  ["receive", "Receiving"],
];

type Props = { readonly exchange: Exchange };

/** When it happened, how long each phase took, and what started it. */
export function TimingTab({ exchange }: Props) {
  const { initiator } = exchange;
  return (
    <>
      <Section title="When">
        <Facts
          facts={[
            ["Started", formatInstant(exchange.startedAt)],
            ["Finished", formatInstant(receivedAt(exchange))],
            ["Duration", formatDuration(exchange.durationMs)],
          ]}
        />
      </Section>
      <Section title="Phases">
        <Phases timings={exchange.timings} />
      </Section>
      {initiator !== null && (
        <Section title="Started by">
          <Facts
            facts={[
              ["Kind", initiator.type],
              ["Place", placeOf(initiator.url, initiator.line)],
            ]}
          />
          {initiator.stack.length > 0 && (
            <ol class="stack">
              {initiator.stack.map((frame, index) => (
                <li key={index}>
                  <span>{frame.functionName || "(anonymous)"}</span>{" "}
                  <span class="quiet">{placeOf(frame.url, frame.line)}</span>
                </li>
              ))}
            </ol>
          )}
        </Section>
      )}
    </>
  );
}

function Phases({ timings }: { readonly timings: Timings }) {
  const known = PHASES.flatMap(([phase, label]) => {
    const ms = timings[phase];
    return ms === null ? [] : [{ phase, label, ms }];
  });
  if (known.length === 0) return <p class="quiet">The browser gave no phases for this request.</p>;
  const longest = Math.max(1, ...known.map(({ ms }) => ms));
  return (
    <table class="phases">
      <tbody>
        {known.map(({ phase, label, ms }) => (
          <tr key={phase}>
            <th scope="row">{label}</th>
            <td class="phase-bar">
              <span style={{ inlineSize: `${(ms / longest) * 100}%` }} />
            </td>
            <td class="phase-time">{formatDuration(ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function placeOf(url: string | null, line: number | null): string {
  if (url === null || url === "") return "";
  return line === null ? url : `${url}:${line}`;
}
