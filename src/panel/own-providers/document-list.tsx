import { useMemo } from "preact/hooks";
import { checkDocuments } from "../../catalogue/check-documents.ts";
import type { Provider } from "../../catalogue/provider.ts";
import type { OwnDocument } from "../../settings/own-documents.ts";
import { Icon } from "../controls/icon.tsx";
import { downloadText } from "../settings/download.ts";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly documents: readonly OwnDocument[];
  readonly shipped: readonly Provider[];
  readonly onEdit: (document: OwnDocument) => void;
  readonly onRemove: (document: OwnDocument) => void;
};

/** The stored documents: what they describe, whether they are in force, and what can be done with each. */
export function DocumentList({ documents, shipped, onEdit, onRemove }: Props) {
  return (
    <ul class="own-documents">
      {documents.map((document) => (
        <li key={document.id} class="own-document">
          <Summary document={document} shipped={shipped} />
          <span class="settings-buttons">
            <button
              type="button"
              class="button"
              aria-label={settingsWords.ownEditName(document.id)}
              onClick={() => onEdit(document)}
            >
              {settingsWords.ownEdit}
            </button>
            <button
              type="button"
              class="button"
              aria-label={settingsWords.ownExportName(document.id)}
              onClick={() => downloadText(`${document.id}.json`, document.source)}
            >
              {settingsWords.ownExport}
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={settingsWords.ownRemoveName(document.id)}
              title={settingsWords.ownRemoveName(document.id)}
              onClick={() => onRemove(document)}
            >
              <Icon name="close" />
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Summary({ document, shipped }: { readonly document: OwnDocument; readonly shipped: readonly Provider[] }) {
  const { providers, messages } = useMemo(() => checkDocuments(document.source, shipped), [document.source, shipped]);
  const [provider] = providers;
  const mistake = messages.find(({ severity }) => severity === "error");
  return (
    <span class="own-summary">
      <strong>{provider?.name ?? document.id}</strong> <code>{document.id}</code>
      {provider === undefined ? (
        <span class="settings-wrong">{settingsWords.ownNotInForce(mistake?.text ?? "")}</span>
      ) : (
        <span class="quiet">{provider.hosts.map(({ host }) => host).join(", ")}</span>
      )}
    </span>
  );
}
