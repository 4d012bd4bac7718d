import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { KeptItem } from "../../report/redact/keep.ts";
import { previewWords } from "../words/english/preview.ts";

type Props = {
  /** "email 1". */
  readonly name: string;
  readonly id: string;
  readonly isCredential: boolean;
  readonly onKeep: (item: KeptItem) => void;
};

/** Brings one item back into the report; a credential only after a second question. */
export function KeepButton({ name, id, isCredential, onKeep }: Props) {
  const [asks, setAsks] = useState(false);
  // The question takes the button's place and its focus, and gives it back: on the answer that reveals nothing.
  const harmless = useRef<HTMLButtonElement>(null);
  const asked = useRef(asks);
  useLayoutEffect(() => {
    if (asked.current !== asks) harmless.current?.focus();
    asked.current = asks;
  }, [asks]);
  if (asks) {
    return (
      <span class="keep-question" role="group" aria-label={previewWords.previewKeepItem(name)}>
        {previewWords.previewConfirmKeep}{" "}
        <button type="button" class="button" onClick={() => onKeep({ id, confirmedCredential: true })}>
          {previewWords.previewConfirmKeepYes}
        </button>{" "}
        <button type="button" class="button" ref={harmless} onClick={() => setAsks(false)}>
          {previewWords.previewConfirmKeepNo}
        </button>
      </span>
    );
  }
  return (
    <button
      type="button"
      class="button"
      ref={harmless}
      aria-label={(isCredential ? previewWords.previewKeepCredential : previewWords.previewKeepItem)(name)}
      onClick={() => (isCredential ? setAsks(true) : onKeep({ id }))}
    >
      {previewWords.previewKeep}
    </button>
  );
}
