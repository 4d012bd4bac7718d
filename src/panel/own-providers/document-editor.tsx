import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DocumentMessage } from "../../catalogue/check-documents.ts";
import type { Provider } from "../../catalogue/provider.ts";
import type { EpochMs, Exchange } from "../../exchange/exchange.ts";
import { DocumentMessages } from "./document-messages.tsx";
import { LiveTest } from "./live-test.tsx";
import { SourceField } from "./source-field.tsx";
import { useChecked } from "./use-checked.ts";
import { settingsWords } from "../words/english/settings.ts";

/** A document to be edited. */
export type Draft = {
  readonly source: string;
  /** The id of the stored document that it takes the place of; undefined for a new one. */
  readonly replaced?: string | undefined;
  /** What whoever knows the API has to answer, for a draft that a program made. */
  readonly questions?: readonly string[];
};

type Props = {
  readonly draft: Draft;
  readonly shipped: readonly Provider[];
  readonly recorded: readonly Exchange[];
  readonly now: () => EpochMs;
  /** Stores the text, whose documents are all usable; resolves to a sentence where that was refused. */
  readonly onSave: (source: string) => Promise<string | undefined>;
  readonly onCancel: () => void;
};

/** A JSON editor for one document or a pack: what is wrong is said while it is written, and it can be tried at once. */
export function DocumentEditor({ draft, shipped, recorded, now, onSave, onCancel }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [source, setSource] = useState(draft.source);
  const [refusal, setRefusal] = useState("");
  const checked = useChecked(source, shipped);
  const mistakes = checked.messages.filter(({ severity }) => severity === "error");
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, 0);
  }, []);
  const go = ({ position }: DocumentMessage): void => {
    field.current?.focus();
    field.current?.setSelectionRange(position.offset, position.offset + 1);
  };
  const save = async (): Promise<void> => {
    if (checked.isPending) {
      setRefusal(settingsWords.ownNotChecked);
      return;
    }
    const [first] = mistakes;
    if (first !== undefined) go(first);
    setRefusal(first === undefined ? ((await onSave(source)) ?? "") : settingsWords.ownNotSavedMistakes);
  };
  return (
    <div class="document-editor">
      {draft.questions !== undefined && draft.questions.length > 0 && (
        <div class="document-questions">
          <p>{settingsWords.ownQuestions}</p>
          <ul>
            {draft.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
      <SourceField
        value={source}
        field={field}
        wrongLines={new Set(mistakes.map(({ position }) => position.line))}
        describedBy={id}
        onInput={setSource}
      />
      <DocumentMessages id={id} messages={checked.messages} isPending={checked.isPending} onGo={go} />
      <div class="settings-buttons">
        <button type="button" class="button button-primary" onClick={() => void save()}>
          {settingsWords.ownSave}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {settingsWords.ownCancel}
        </button>
      </div>
      <p role="status" class="settings-wrong">
        {refusal}
      </p>
      <LiveTest
        document={mistakes.length === 0 && !checked.isPending ? checked.providers[0] : undefined}
        shipped={shipped}
        recorded={recorded}
        now={now}
      />
    </div>
  );
}
