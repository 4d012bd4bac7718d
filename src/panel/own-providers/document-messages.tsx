import type { DocumentMessage } from "../../catalogue/check-documents.ts";
import { Icon } from "../controls/icon.tsx";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly id: string;
  readonly messages: readonly DocumentMessage[];
  /** The text is still being checked. */
  readonly isPending: boolean;
  readonly onGo: (message: DocumentMessage) => void;
};

/** More than this nobody reads at once; the others come up as these are put right. */
const MOST_SHOWN = 50;

/** What is wrong with a document and what could be better, each with a button that goes there. */
export function DocumentMessages({ id, messages, isPending, onGo }: Props) {
  const mistakes = messages.filter(({ severity }) => severity === "error").length;
  return (
    <div class="document-messages">
      <p id={id} role="status" class={isPending ? "quiet" : mistakes === 0 ? "settings-good" : "settings-wrong"}>
        {isPending
          ? settingsWords.ownChecking
          : mistakes === 0
            ? settingsWords.ownValid
            : settingsWords.ownMistakes(mistakes)}
      </p>
      <ul>
        {messages.slice(0, MOST_SHOWN).map((message, index) => (
          <li key={index}>
            <Icon name={message.severity === "error" ? "warning" : "info"} />
            <button type="button" class="settings-link" onClick={() => onGo(message)}>
              {settingsWords.ownPosition(message.position.line, message.position.column)}
            </button>
            <span>
              {message.path !== "" && <code>{message.path}</code>} {message.text}
            </span>
          </li>
        ))}
      </ul>
      {messages.length > MOST_SHOWN && (
        <p class="quiet">{settingsWords.ownMessagesMore(messages.length - MOST_SHOWN)}</p>
      )}
    </div>
  );
}
