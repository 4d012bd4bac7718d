import { settingsWords } from "../words/english/settings.ts";
import { type TargetedSubmitEvent } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { GENERIC_ID } from "../../catalogue/generic-host.ts";
import { formatHostPattern, readHostPattern } from "../../catalogue/host-pattern.ts";
import { mappingConflicts } from "../../catalogue/mapping-conflicts.ts";
import type { HostMapping, Provider } from "../../catalogue/provider.ts";
import { HostRow, ProviderChoice } from "./host-row.tsx";
import { SettingsSection } from "./settings-section.tsx";

type Props = {
  readonly mappings: readonly HostMapping[];
  readonly providers: readonly Provider[];
  readonly onChange: (mappings: readonly HostMapping[]) => void;
};

/** Further hosts of each API: staging, local and self-hosted ones. */
export function HostsSection({ mappings, providers, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  const conflicts = mappingConflicts({ providers, mappings });
  const remove = (removed: number): void => {
    onChange(mappings.filter((_, index) => index !== removed));
    // The button that had the focus is gone: it must not fall out of the dialog.
    (
      list.current?.querySelectorAll<HTMLElement>(".settings-host-pattern")[Math.max(0, removed - 1)] ?? heading.current
    )?.focus();
  };
  return (
    <SettingsSection title={settingsWords.settingsHosts}>
      <p class="quiet" ref={heading} tabIndex={-1}>
        {settingsWords.settingsHostsHint}
      </p>
      {mappings.length > 0 && (
        <ul class="settings-hosts" ref={list}>
          {mappings.map((mapping, index) => (
            <HostRow
              key={index}
              mapping={mapping}
              providers={providers}
              conflicts={conflicts.filter((conflict) => conflict.index === index).map((conflict) => conflict.text)}
              onChange={(changed) => onChange(mappings.with(index, changed))}
              onRemove={() => remove(index)}
            />
          ))}
        </ul>
      )}
      <NewHost providers={providers} onAdd={(mapping) => onChange([...mappings, mapping])} />
    </SettingsSection>
  );
}

function NewHost({
  providers,
  onAdd,
}: {
  readonly providers: readonly Provider[];
  readonly onAdd: (mapping: HostMapping) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState("");
  const [providerId, setProviderId] = useState(GENERIC_ID);
  const [problem, setProblem] = useState("");
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readHostPattern(field.current?.value ?? "");
    setProblem(read.ok ? "" : read.problem);
    // For the next host, or to put this one right.
    field.current?.focus();
    if (!read.ok) return;
    onAdd({ host: formatHostPattern(read.pattern), providerId });
    setWritten("");
  };
  return (
    <form class="settings-host" onSubmit={submit}>
      <input
        ref={field}
        class="settings-input settings-host-pattern"
        type="text"
        spellcheck={false}
        placeholder="localhost:4010"
        aria-label={settingsWords.settingsHostNew}
        aria-invalid={problem !== ""}
        aria-describedby={id}
        value={written}
        onInput={(event) => setWritten(event.currentTarget.value)}
      />
      <ProviderChoice providers={providers} value={providerId} onChange={setProviderId} />
      <button type="submit" class="button">
        {settingsWords.settingsHostAdd}
      </button>
      <p id={id} class="settings-wrong" role="status">
        {problem}
      </p>
    </form>
  );
}
