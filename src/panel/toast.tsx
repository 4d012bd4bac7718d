import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import type { Notice } from "./store.ts";
import "./toast.css";

/** Long enough to read two lines; what it says can be had again by repeating the action. */
const SHOWN_MS = 6_000;

type Props = { readonly notice: Notice | undefined };

/** What an action came to. The live region is always there: one that appears with its text is not read out. */
export function Toast({ notice }: Props) {
  const [goneSerial, setGoneSerial] = useState(0);
  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => setGoneSerial(notice.serial), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  const isShown = notice !== undefined && notice.serial !== goneSerial;
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {isShown && (
        <p class={`toast toast-${notice.kind}`} key={notice.serial}>
          <Icon name={notice.kind === "done" ? "check" : "warning"} />
          <span>{notice.text}</span>
        </p>
      )}
    </div>
  );
}
