import { useId, useState } from "preact/hooks";
import { formatHostPattern, readHostPattern } from "../../catalogue/host-pattern.ts";
import type { HostMapping, Provider } from "../../catalogue/provider.ts";
import { Icon } from "../controls/icon.tsx";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly mapping: HostMapping;
  readonly providers: readonly Provider[];
  /** What is to be said of this mapping beside the others. */
  readonly conflicts: readonly string[];
  readonly onChange: (mapping: HostMapping) => void;
  readonly onRemove: () => void;
};

/** What is written in place of the pattern `of`, and why it cannot be taken. */
type Draft = { readonly of: string; readonly written: string; readonly problem: string };

/** One host pattern and its API, both to be edited in place. A pattern with a mistake is not taken, and says why. */
export function HostRow({ mapping, providers, conflicts, onChange, onRemove }: Props) {
  const id = useId();
  const [lastDraft, setDraft] = useState<Draft>();
  // Rows are told apart by their place: a draft must not move to the row that comes to stand here.
  const draft = lastDraft?.of === mapping.host ? lastDraft : undefined;
  const remarks = draft === undefined ? conflicts : [draft.problem];
  return (
    <li class="settings-host">
      <input
        class="settings-input settings-host-pattern"
        type="text"
        spellcheck={false}
        aria-label={settingsWords.settingsHostPattern}
        aria-invalid={draft !== undefined}
        aria-describedby={id}
        value={draft?.written ?? mapping.host}
        onChange={(event) => {
          const written = event.currentTarget.value;
          const read = readHostPattern(written);
          setDraft(read.ok ? undefined : { of: mapping.host, written, problem: read.problem });
          if (read.ok) onChange({ ...mapping, host: formatHostPattern(read.pattern) });
        }}
      />
      <ProviderChoice
        providers={providers}
        value={mapping.providerId}
        onChange={(providerId) => onChange({ ...mapping, providerId })}
      />
      <button
        type="button"
        class="icon-button"
        aria-label={settingsWords.settingsHostRemove(mapping.host)}
        title={settingsWords.settingsHostRemove(mapping.host)}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
      <p id={id} class={draft === undefined ? "settings-remark" : "settings-wrong"} role="status">
        {remarks.join(" ")}
      </p>
    </li>
  );
}

type ChoiceProps = {
  readonly providers: readonly Provider[];
  readonly value: string;
  readonly onChange: (providerId: string) => void;
};

/** The APIs by name; one that is not there any more is named by its id. */
export function ProviderChoice({ providers, value, onChange }: ChoiceProps) {
  return (
    <select
      class="settings-input"
      aria-label={settingsWords.settingsHostApi}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {!providers.some(({ id }) => id === value) && <option value={value}>{value}</option>}
      {providers.map(({ id, name }) => (
        <option value={id} key={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
