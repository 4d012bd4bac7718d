import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ApiEvent } from "../../decode/api-event.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import type { Feed } from "../../exchange/feed.ts";
import { type OwnDocument, withDocument, withoutDocument } from "../../settings/own-documents.ts";
import { downloadText } from "../settings/download.ts";
import { FileButton } from "../settings/file-button.tsx";
import type { SettingsPorts } from "../settings/settings-ports.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { useChanges } from "../settings/use-settings.ts";
import { DocumentEditor, type Draft } from "./document-editor.tsx";
import { DocumentList } from "./document-list.tsx";
import { documentsOf, packOf } from "./documents-of.ts";
import { draftOfEvent, draftOfOpenApi } from "./drafts.ts";
import { ownProblemText, refusedSaveText } from "./refusal-words.ts";
import { STARTING_DOCUMENT } from "./starting-document.ts";
import { readYamlBeside } from "./yaml-job.ts";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly ports: SettingsPorts;
  /** A failure nobody has described: the editor opens with a stub of it. */
  readonly undescribed?: ApiEvent | undefined;
};

/** The user's own provider documents. */
export function OwnProvidersSection({ ports, undescribed }: Props) {
  const { ownProviders } = ports;
  const shippedProviders = ports.shippedProviders();
  useChanges(ownProviders.subscribe);
  const documents = ownProviders.current();
  const addButton = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<Draft | undefined>(() =>
    undescribed === undefined ? undefined : draftOfEvent(undescribed, ports.providers(), documents),
  );
  const [message, setMessage] = useState("");
  const wasEditing = useRef(draft !== undefined);
  useLayoutEffect(() => {
    // The editor's field takes the focus itself; when it goes, the focus must not fall out of the dialog.
    if (wasEditing.current && draft === undefined) addButton.current?.focus();
    wasEditing.current = draft !== undefined;
  }, [draft]);

  const store = async (added: readonly OwnDocument[], replaced?: string): Promise<string | undefined> => {
    const refused = await ownProviders.save((before) =>
      added.reduce((all, document) => withDocument(all, document, replaced), before),
    );
    return refused === undefined ? undefined : refusedSaveText(refused);
  };
  const save = async (source: string): Promise<string | undefined> => {
    const written = documentsOf(source, shippedProviders);
    const others = ownProviders.current().filter(({ id }) => id !== draft?.replaced);
    const taken = written.find(({ id }) => others.some((other) => other.id === id));
    if (taken !== undefined) return settingsWords.ownIdTaken(taken.id);
    const refusal = await store(written, draft?.replaced);
    if (refusal === undefined) {
      setDraft(undefined);
      setMessage(settingsWords.ownSaved);
    }
    return refusal;
  };
  const remove = async ({ id }: OwnDocument): Promise<void> => {
    const refused = await ownProviders.save((before) => withoutDocument(before, id));
    setMessage(refused === undefined ? settingsWords.ownRemoved(id) : refusedSaveText(refused));
    addButton.current?.focus();
  };
  const importFile = async (file: File): Promise<void> => {
    const source = await file.text();
    const found = documentsOf(source, shippedProviders);
    // A file with mistakes is shown as it is, so that they can be put right.
    if (found.length === 0) setDraft({ source });
    else setMessage((await store(found)) ?? settingsWords.ownImported(found.length));
  };
  const importOpenApi = async (file: File): Promise<void> => {
    setMessage(settingsWords.ownOpenApiReading);
    const drafted = await draftOfOpenApi(await file.text(), readYamlBeside);
    setMessage(drafted.ok ? "" : drafted.problem);
    if (drafted.ok) setDraft(drafted.draft);
  };
  return (
    <SettingsSection title={settingsWords.ownProviders}>
      <p class="quiet">{settingsWords.ownProvidersHint}</p>
      {ownProviders.problems().map((problem) => (
        <p class="settings-problem" key={problem.kind}>
          {ownProblemText(problem)}
        </p>
      ))}
      {draft === undefined ? (
        <>
          <DocumentList
            documents={documents}
            shipped={shippedProviders}
            onEdit={({ id, source }) => setDraft({ source, replaced: id })}
            onRemove={(document) => void remove(document)}
          />
          <div class="settings-buttons">
            <button
              ref={addButton}
              type="button"
              class="button"
              onClick={() => setDraft({ source: STARTING_DOCUMENT })}
            >
              {settingsWords.ownAdd}
            </button>
            <FileButton
              title={settingsWords.ownImport}
              accept=".json,application/json"
              onFile={(file) => void importFile(file).catch(() => setMessage(settingsWords.ownFileUnreadable))}
            />
            <FileButton
              title={settingsWords.ownFromOpenApi}
              accept=".json,.yaml,.yml,application/json,application/yaml"
              onFile={(file) => void importOpenApi(file).catch(() => setMessage(settingsWords.ownFileUnreadable))}
            />
            {documents.length > 0 && (
              <button
                type="button"
                class="button"
                onClick={() => downloadText("faultline-providers.json", packOf(documents))}
              >
                {settingsWords.ownExportAll}
              </button>
            )}
          </div>
        </>
      ) : (
        <DocumentEditor
          key={draft.source}
          draft={draft}
          shipped={shippedProviders}
          recorded={recordedCalls(ports.feed)}
          now={ports.now}
          onSave={save}
          onCancel={() => setDraft(undefined)}
        />
      )}
      <p role="status">{message}</p>
    </SettingsSection>
  );
}

/** More than these nobody looks through in a list. */
const MOST_CALLS = 100;

/** Recorded calls to try a document with, the latest first, failures before successes. */
function recordedCalls(feed: Feed | undefined): readonly Exchange[] {
  const calls = (feed?.snapshot().records ?? []).flatMap((record) =>
    record.kind === "exchange" ? [record.read()] : [],
  );
  const isError = ({ response }: Exchange): boolean => response.status >= 400;
  const latest = calls.toReversed();
  return [...latest.filter(isError), ...latest.filter((call) => !isError(call))].slice(0, MOST_CALLS);
}
