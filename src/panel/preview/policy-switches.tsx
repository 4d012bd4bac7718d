import type { RedactionPolicy } from "../../report/policy.ts";

const SWITCHES: readonly { readonly name: keyof RedactionPolicy; readonly title: string }[] = [
  { name: "keepEmails", title: "Keep e-mail addresses" },
  { name: "keepIpAddresses", title: "Keep IP addresses" },
  { name: "keepHarmlessCookies", title: "Keep harmless cookies" },
  { name: "keepPersonalFields", title: "Keep personal fields" },
  { name: "maskWalletAddresses", title: "Hide wallet addresses" },
  { name: "maskOrganizationIds", title: "Hide organization ids" },
  { name: "dropRequestBodies", title: "Leave out request bodies" },
  { name: "dropResponseBodies", title: "Leave out response bodies" },
];

type Props = { readonly policy: RedactionPolicy; readonly onChange: (change: Partial<RedactionPolicy>) => void };

/** What reports may keep or must hide besides credentials, which never stay. Holds for every copy from now on. */
export function PolicySwitches({ policy, onChange }: Props) {
  return (
    <div class="policy" role="group" aria-label="What reports keep and hide">
      {SWITCHES.map(({ name, title }) => (
        <label class="check" key={name}>
          <input
            type="checkbox"
            checked={policy[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
          />
          {title}
        </label>
      ))}
    </div>
  );
}
