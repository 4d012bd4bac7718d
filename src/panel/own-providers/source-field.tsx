import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { settingsWords } from "../words/english/settings.ts";

type Props = {
  readonly value: string;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Lines with a mistake, counted from 1. */
  readonly wrongLines: ReadonlySet<number>;
  readonly describedBy: string;
  readonly onInput: (value: string) => void;
};

/** A text field with numbered lines, for a JSON document. Tab leaves it, as any other field. */
export function SourceField({ value, field, wrongLines, describedBy, onInput }: Props) {
  const numbers = useRef<HTMLDivElement>(null);
  const count = lineCount(value);
  const scroll = (): void => {
    if (numbers.current !== null && field.current !== null) numbers.current.scrollTop = field.current.scrollTop;
  };
  useLayoutEffect(scroll);
  // Twenty thousand numbers that stay as they are, whatever is typed within the lines.
  const numbered = useMemo(
    () => (
      <div class="source-numbers" aria-hidden="true" ref={numbers}>
        {Array.from({ length: count }, (_, index) => (
          <div class={wrongLines.has(index + 1) ? "source-wrong" : ""} key={index}>
            {index + 1}
          </div>
        ))}
      </div>
    ),
    [count, [...wrongLines].join(" ")],
  );
  return (
    <div class="source">
      {numbered}
      <textarea
        ref={field}
        class="source-text"
        aria-label={settingsWords.ownDocument}
        aria-invalid={wrongLines.size > 0}
        aria-describedby={describedBy}
        spellcheck={false}
        autocomplete="off"
        wrap="off"
        value={value}
        onScroll={scroll}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** More lines are numbered no further: a file of a megabyte would draw a hundred thousand numbers. */
const MOST_NUMBERS = 20_000;

function lineCount(value: string): number {
  let count = 1;
  for (let at = value.indexOf("\n"); at !== -1 && count < MOST_NUMBERS; at = value.indexOf("\n", at + 1)) count += 1;
  return count;
}
