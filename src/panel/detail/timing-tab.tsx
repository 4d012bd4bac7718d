import type { PlainName } from "../words/language.ts";
import { type Exchange, receivedAt, type Timings } from "../../exchange/exchange.ts";
import { formatDuration } from "../words/format-amount.ts";
import { formatInstant } from "../words/format-instant.ts";
import { Facts, Section } from "./section.tsx";
import { detailWords } from "../words/english/detail.ts";

/** In the order they follow each other (HAR 1.2); TLS is a part of connecting, not one more. */
const PHASES: readonly (readonly [keyof Timings, PlainName<typeof detailWords>])[] = [
  ["blocked", "timingQueued"],
  ["dns", "timingDns"],
  ["connect", "timingConnect"],
  ["ssl", "timingTls"],
  ["send", "timingSend"],
  ["wait", "timingWait"],
  ["receive", "timingReceive"],
];

type Props = { readonly exchange: Exchange };

/** When it happened, and how long each phase took. */
export function TimingTab({ exchange }: Props) {
  return (
    <>
      <Section title={detailWords.timingWhen}>
        <Facts
          facts={[
            [detailWords.timingStarted, formatInstant(exchange.startedAt)],
            [detailWords.timingFinished, formatInstant(receivedAt(exchange))],
            [detailWords.timingDuration, formatDuration(exchange.durationMs)],
          ]}
        />
      </Section>
      <Section title={detailWords.timingPhases}>
        <Phases timings={exchange.timings} durationMs={exchange.durationMs} />
      </Section>
    </>
  );
}

type Phase = { readonly name: PlainName<typeof detailWords>; readonly startMs: number; readonly ms: number };

/** The phases that are known, each with its start; what is unknown takes no time. */
function phasesOf(timings: Timings): { readonly phases: readonly Phase[]; readonly sumMs: number } {
  const phases: Phase[] = [];
  let at = 0;
  for (const [phase, name] of PHASES) {
    const ms = timings[phase];
    if (ms === null) continue;
    // The handshake is the end of connecting.
    const startMs = phase === "ssl" ? Math.max(0, at - ms) : at;
    phases.push({ name, startMs, ms });
    if (phase !== "ssl") at += ms;
  }
  return { phases, sumMs: at };
}

/** What the phases leave unexplained is worth a line from this on. */
const NOTABLE_REST_MS = 1;

function Phases({ timings, durationMs }: { readonly timings: Timings; readonly durationMs: number }) {
  const { phases, sumMs } = phasesOf(timings);
  if (phases.length === 0) return <p class="quiet">{detailWords.timingNone}</p>;
  const whole = Math.max(1, sumMs, durationMs);
  const rest = durationMs - sumMs;
  return (
    <>
      <table class="phases">
        <thead class="spoken">
          <tr>
            <th scope="col">{detailWords.timingPhase}</th>
            <th scope="col">{detailWords.timingStart}</th>
            <th scope="col">{detailWords.timingTook}</th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ name, startMs, ms }) => (
            <tr key={name}>
              <th scope="row">{detailWords[name]}</th>
              <td class="phase-bar">
                <span class="spoken">{formatDuration(startMs)}</span>
                <span
                  class="phase-length"
                  aria-hidden="true"
                  style={{ inlineSize: `${(ms / whole) * 100}%`, marginInlineStart: `${(startMs / whole) * 100}%` }}
                />
              </td>
              <td class="phase-time">{formatDuration(ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest >= NOTABLE_REST_MS && <p class="quiet">{detailWords.timingRest(formatDuration(rest))}</p>}
    </>
  );
}
