import type { Finding } from "../../timeline/finding.ts";
import { Icon } from "../controls/icon.tsx";

type Props = { readonly findings: readonly Finding[] };

/** What the evidence shows beyond the error itself, with the change that mends it and the rule it comes from. */
export function FindingList({ findings }: Props) {
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li class="finding" key={finding.id}>
          <Icon name="warning" />
          <div>
            <p>{finding.text}</p>
            <p>{finding.change}</p>
            <p class="quiet">
              <code>{finding.id}</code> · {finding.rule}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
