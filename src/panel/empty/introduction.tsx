import { text } from "../text/text.ts";

type Props = { readonly onDismiss: () => void };

/** What the panel is for, in four sentences, on the first run only: until it is put away. */
export function Introduction({ onDismiss }: Props) {
  return (
    <div class="introduction" role="group" aria-labelledby="introduction-title">
      <h2 class="empty-title" id="introduction-title">
        {text("introTitle")}
      </h2>
      <ul>
        <li>{text("introRows")}</li>
        <li>{text("introOpen")}</li>
        <li>{text("introReport")}</li>
        <li>{text("introHosts")}</li>
      </ul>
      <button type="button" class="button" onClick={onDismiss}>
        {text("introDismiss")}
      </button>
    </div>
  );
}
