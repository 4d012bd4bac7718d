import type { Exchange } from "../../exchange/exchange.ts";
import type { OpenSource, SourcePlace } from "../shell/ports.ts";
import { Facts, Section } from "./section.tsx";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly exchange: Exchange;
  /** Undefined where the browser cannot open sources from a panel. */
  readonly openSource: OpenSource | undefined;
};

/** The code that sent the request, as far as the browser tells, each place a link to its source where that can be opened. */
export function InitiatorSection({ exchange, openSource }: Props) {
  const { initiator } = exchange;
  if (initiator === null && exchange.recorder !== "firefox") return null;
  return (
    <Section title={detailWords.initiatorTitle}>
      {initiator === null ? (
        <p class="quiet">{detailWords.initiatorNotTold}</p>
      ) : (
        <>
          <Facts
            facts={[
              [detailWords.initiatorKind, initiator.type],
              [
                detailWords.initiatorPlace,
                initiator.url === null || initiator.stack.length > 0 ? null : (
                  <SourceLink place={{ url: initiator.url, line: initiator.line ?? 1, column: 1 }} open={openSource} />
                ),
              ],
            ]}
          />
          {initiator.stack.length === 0 ? (
            <p class="quiet">{detailWords.initiatorNone}</p>
          ) : (
            <ol class="stack" aria-label={detailWords.initiatorStack}>
              {initiator.stack.map((frame, index) => (
                <li key={index}>
                  <span>{frame.functionName || detailWords.initiatorAnonymous}</span>{" "}
                  <SourceLink place={frame} open={openSource} />
                </li>
              ))}
            </ol>
          )}
          {initiator.stack.length >= MOST_FRAMES && <p class="quiet">{detailWords.initiatorMore(MOST_FRAMES)}</p>}
        </>
      )}
    </Section>
  );
}

/** An exchange keeps no more frames than this (read-entry.ts). */
const MOST_FRAMES = 50;

type LinkProps = { readonly place: SourcePlace; readonly open: OpenSource | undefined };

/** "checkout.js:42:13". Not an anchor: its address is the inspected page's to choose, and the panel must not go there. */
function SourceLink({ place, open }: LinkProps) {
  if (place.url === "") return null;
  const whole = `${place.url}:${place.line}:${place.column}`;
  const short = `${fileOf(place.url)}:${place.line}:${place.column}`;
  if (open === undefined)
    return (
      <span class="quiet" title={whole}>
        {short}
      </span>
    );
  return (
    <button
      type="button"
      role="link"
      class="source-link"
      title={detailWords.initiatorOpenHint(whole)}
      onClick={() => open(place)}
    >
      {short}
    </button>
  );
}

/** The file's name in a URL; the host where there is none, the URL itself where it is no usual one. */
function fileOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return pathname.split("/").findLast((part) => part !== "") ?? (host || url);
  } catch {
    return url;
  }
}
