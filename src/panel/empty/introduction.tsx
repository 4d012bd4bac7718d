import { emptyWords } from "../words/english/empty.ts";

type Props = { readonly onDismiss: () => void };

/** What the panel is for, in four sentences, on the first run only: until it is put away. */
export function Introduction({ onDismiss }: Props) {
  return (
    <div class="introduction" role="group" aria-labelledby="introduction-title">
      <h2 class="empty-title" id="introduction-title">
        {emptyWords.introTitle}
      </h2>
      <ul>
        <li>{emptyWords.introRows}</li>
        <li>{emptyWords.introOpen}</li>
        <li>{emptyWords.introReport}</li>
        <li>{emptyWords.introHosts}</li>
      </ul>
      <button type="button" class="button" onClick={onDismiss}>
        {emptyWords.introDismiss}
      </button>
    </div>
  );
}
