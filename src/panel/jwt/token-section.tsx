import type { ApiEvent } from "../../decode/api-event.ts";
import { Section } from "../detail/section.tsx";
import { formatInstant } from "../words/format-instant.ts";
import { Icon } from "../controls/icon.tsx";
import { at, type JsonNodes } from "../json-tree/json-nodes.ts";
import { shownKey } from "../json-tree/token-text.ts";
import type { CallTokens } from "./call-tokens.ts";
import { type Jwt, membersOf } from "./read-jwt.ts";
import { clockOf, describeTime, formatSpan, type TokenClock } from "./token-time.ts";
import { tokenWords } from "../words/english/tokens.ts";

type Props = { readonly found: CallTokens; readonly event: Pick<ApiEvent, "exchange" | "rateLimit"> };

/** The tokens of a call, read: header and claims, times held against the server's clock. Never the signature. */
export function TokenSection({ found, event }: Props) {
  const { tokens, more } = found;
  if (tokens.length === 0) return null;
  const clock = clockOf(event);
  return (
    <Section title={tokenWords.jwtTitle}>
      <p class="quiet">{tokenWords.jwtUnverified}</p>
      <p class="quiet">{describeClock(clock)}</p>
      {tokens.map(({ where, jwt }, index) => (
        <Token where={where} jwt={jwt} clock={clock} key={index} />
      ))}
      {more > 0 && <p class="quiet">{tokenWords.jwtMore(more)}</p>}
    </Section>
  );
}

/** Differences below this are the whole seconds of the Date header and the way through the network. */
const NOTABLE_SKEW_MS = 2_000;

function describeClock({ at: instant, skewMs }: TokenClock): string {
  const when = formatInstant(instant);
  if (skewMs === null) return tokenWords.jwtOwnClock(when);
  if (Math.abs(skewMs) < NOTABLE_SKEW_MS) return tokenWords.jwtClock(when);
  const span = formatSpan(Math.abs(skewMs));
  return tokenWords.jwtClockSkew(when, skewMs > 0 ? tokenWords.jwtClockAhead(span) : tokenWords.jwtClockBehind(span));
}

type TokenProps = { readonly where: string; readonly jwt: Jwt; readonly clock: TokenClock };

function Token({ where, jwt, clock }: TokenProps) {
  return (
    <section class="jwt" aria-label={tokenWords.jwtIn(where)}>
      <h4 class="jwt-place">{tokenWords.jwtIn(where)}</h4>
      {jwt.claims !== undefined && <Members title={tokenWords.jwtClaims} nodes={jwt.claims} clock={clock} />}
      {jwt.isEncrypted && <p class="quiet">{tokenWords.jwtEncrypted}</p>}
      <Members title={tokenWords.jwtHeader} nodes={jwt.header} clock={undefined} />
    </section>
  );
}

/** Longer claims are cut: a token may carry a picture. */
const LONGEST_CLAIM = 2_000;

type MembersProps = { readonly title: string; readonly nodes: JsonNodes; readonly clock: TokenClock | undefined };

function Members({ title, nodes, clock }: MembersProps) {
  return (
    <table class="pairs">
      <caption class="jwt-part">{title}</caption>
      <tbody>
        {membersOf(nodes).map((member) => {
          const name = shownKey(nodes, member);
          const value = nodes.text.slice(at(nodes.start, member), at(nodes.end, member));
          const time = clock === undefined ? undefined : describeTime(name, value, clock);
          return (
            <tr key={member}>
              <th scope="row">{name}</th>
              <td>
                {value.length > LONGEST_CLAIM ? `${value.slice(0, LONGEST_CLAIM)}…` : value}
                {time !== undefined && (
                  <span class={time.isBad ? "jwt-time jwt-bad" : "jwt-time"}>
                    {time.isBad && <Icon name="warning" />}
                    {time.at !== null && <span class="quiet">{formatInstant(time.at)} </span>}
                    {time.words}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
