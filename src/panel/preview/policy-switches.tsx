import type { PlainName } from "../words/language.ts";
import type { RedactionPolicy } from "../../report/policy.ts";
import "./policy-switches.css";
import { previewWords } from "../words/english/preview.ts";

const SWITCHES: readonly { readonly name: keyof RedactionPolicy; readonly title: PlainName<typeof previewWords> }[] = [
  { name: "keepEmails", title: "previewKeepEmails" },
  { name: "keepIpAddresses", title: "previewKeepIpAddresses" },
  { name: "keepHarmlessCookies", title: "previewKeepCookies" },
  { name: "keepPersonalFields", title: "previewKeepPersonal" },
  { name: "maskWalletAddresses", title: "previewHideWallets" },
  { name: "maskOrganizationIds", title: "previewHideOrganizations" },
  { name: "dropRequestBodies", title: "previewDropRequestBodies" },
  { name: "dropResponseBodies", title: "previewDropResponseBodies" },
];

type Props = { readonly policy: RedactionPolicy; readonly onChange: (change: Partial<RedactionPolicy>) => void };

/** What reports may keep or must hide besides credentials, which never stay. Holds for every copy from now on. */
export function PolicySwitches({ policy, onChange }: Props) {
  return (
    <div class="policy" role="group" aria-label={previewWords.previewPolicyTitle}>
      {SWITCHES.map(({ name, title }) => (
        <label class="check" key={name}>
          <input
            type="checkbox"
            checked={policy[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
          />
          {previewWords[title]}
        </label>
      ))}
    </div>
  );
}
