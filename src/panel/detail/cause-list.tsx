import { detailWords } from "../words/english/detail.ts";
import type { CauseFinding, Verdict } from "../../decode/api-event.ts";
import { Icon } from "../controls/icon.tsx";
import { VERDICT_ICONS } from "../words/event-icons.ts";

const ORDER: readonly Verdict[] = ["confirmed", "cannot-tell", "ruled-out"];

type Props = { readonly causes: readonly CauseFinding[] };

/** The documented causes, what this very request shows of each, and by what evidence. Confirmed ones come first. */
export function CauseList({ causes }: Props) {
  const sorted = ORDER.flatMap((verdict) => causes.filter((cause) => cause.verdict === verdict));
  return (
    <ul class="causes">
      {sorted.map((cause, index) => {
        const words = {
          text: detailWords.verdict[cause.verdict],
          icon: VERDICT_ICONS[cause.verdict],
          kind: cause.verdict,
        };
        return (
          <li class={`cause cause-${cause.verdict}`} key={index}>
            <span class="cause-mark">
              <Icon name={words.icon} />
              {words.text}
            </span>
            <span>
              <span class="cause-text">{cause.text}</span>
              {cause.evidence !== undefined && <span class="cause-evidence">{cause.evidence}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
