import { lazyPart } from "../loading/lazy-part.tsx";
import type { Ref, TargetedEvent, TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Completion, SeenValues } from "../../timeline/filter/complete.ts";
import type { Filter } from "../../timeline/filter.ts";
import { PROBLEMS_ID } from "./filter-problems.tsx";
import { Icon } from "../controls/icon.tsx";
import { usePresent } from "../preview/presentation.ts";
import "./filter-field.css";
import { filterLanguage } from "./filter-language.ts";
import { markProblems } from "./mark-problems.ts";
import { SUGGESTIONS_ID, SuggestionList, suggestionId } from "./suggestion-list.tsx";
import { panelWords } from "../words/english/panel.ts";

/** The help of the filter, loaded when it is first asked for. */
const LazyFilterHelp = lazyPart(() => import("./filter-help.tsx").then((file) => file.FilterHelp));

type Props = {
  readonly filter: Filter;
  readonly input: Ref<HTMLInputElement>;
  /** The values that occur in the timeline: asked for when suggestions open, not with every key. */
  readonly seenValues: () => SeenValues;
  readonly onFilter: (text: string) => void;
};

/**
 * The filter: a text field that suggests keys and values seen, and marks words that mean nothing where they stand. Marks
 * are drawn by a layer behind the field, which holds the same text and scrolls with it.
 */
export function FilterField({ filter, input, seenValues, onFilter }: Props) {
  const field = useRef<HTMLInputElement | null>(null);
  const marks = useRef<HTMLSpanElement>(null);
  const seen = useRef<SeenValues | undefined>(undefined);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const [helpShown, setHelpShown] = useState(false);
  const [caretAfter, setCaretAfter] = useState<number | undefined>(undefined);
  const value = filter.text;
  const present = usePresent();
  // On a shared screen a filter with a secret in it stays in force and can be cleared, but neither be read nor changed.
  const shown = present(value, { kind: "text" });
  const isHidden = shown !== value;
  const language = filterLanguage();
  const offered =
    caret === null || isHidden || language === undefined
      ? undefined
      : language.completions(value, caret, (seen.current ??= seenValues()));
  const items = (offered?.items ?? []).filter(({ label }) => present(label, { kind: "text" }) === label);
  const isOpen = items.length > 0;

  const scrollMarks = (): void => {
    if (marks.current !== null && field.current !== null) marks.current.scrollLeft = field.current.scrollLeft;
  };
  useLayoutEffect(scrollMarks);
  useLayoutEffect(() => {
    if (caretAfter === undefined) return;
    field.current?.setSelectionRange(caretAfter, caretAfter);
    setCaretAfter(undefined);
  }, [caretAfter]);

  const open = (at: number): void => {
    if (caret === null) seen.current = undefined;
    setCaret(at);
    setActive(-1);
  };
  const close = (): void => setCaret(null);
  const take = (item: Completion): void => {
    if (offered === undefined) return;
    const { start, end } = offered.replaces;
    const isWhole = !item.insert.endsWith(":");
    // Behind a finished word the next one can be typed at once.
    const inserted = isWhole && end === value.length ? `${item.insert} ` : item.insert;
    onFilter(value.slice(0, start) + inserted + value.slice(end));
    setCaretAfter(start + inserted.length);
    if (isWhole) close();
    else open(start + inserted.length);
  };
  const onInput = (event: TargetedEvent<HTMLInputElement>): void => {
    onFilter(event.currentTarget.value);
    open(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isHidden && event.key !== "Escape") return;
    const activeItem = items[active];
    switch (event.key) {
      case "ArrowDown":
        if (!isOpen) open(event.currentTarget.selectionStart ?? value.length);
        else setActive((active + 1) % items.length);
        break;
      case "ArrowUp":
        if (!isOpen) return;
        setActive(active <= 0 ? items.length - 1 : active - 1);
        break;
      case "Enter":
      case "Tab":
        if (isOpen && activeItem !== undefined && !event.shiftKey) take(activeItem);
        else {
          close();
          return;
        }
        break;
      case "Escape":
        if (isOpen) close();
        else if (value !== "") onFilter("");
        else return;
        break;
      default:
        return;
    }
    // Chrome forwards an Esc that reaches the document and opens its drawer.
    event.stopPropagation();
    event.preventDefault();
  };

  return (
    <span class="filter-box">
      <span class="filter-marks" aria-hidden="true" ref={marks}>
        {markProblems(shown, isHidden ? [] : filter.problems).map(({ text: run, problem }, index) =>
          problem === null ? run : <mark key={index}>{run}</mark>,
        )}
      </span>
      <input
        class="filter-input"
        type="text"
        role="combobox"
        aria-label={panelWords.filterName}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? SUGGESTIONS_ID : undefined}
        aria-activedescendant={isOpen && active >= 0 ? suggestionId(active) : undefined}
        aria-invalid={filter.problems.length > 0}
        aria-describedby={filter.problems.length > 0 ? PROBLEMS_ID : undefined}
        placeholder={panelWords.filterName}
        spellcheck={false}
        autocomplete="off"
        value={shown}
        readOnly={isHidden}
        title={isHidden ? panelWords.filterHidden : undefined}
        ref={(element) => {
          field.current = element;
          if (typeof input === "function") input(element);
          else if (input !== null) input.current = element;
        }}
        onInput={onInput}
        onKeyDown={onKeyDown}
        onScroll={scrollMarks}
        onSelect={scrollMarks}
        onBlur={close}
      />
      {value !== "" && (
        <button type="button" class="icon-button" aria-label={panelWords.filterClear} onClick={() => onFilter("")}>
          <Icon name="close" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={panelWords.filterHelp}
        title={panelWords.filterHelp}
        aria-expanded={helpShown}
        onClick={() => setHelpShown(!helpShown)}
      >
        <Icon name="question" />
      </button>
      {isOpen && <SuggestionList items={items} active={active} onTake={take} />}
      {helpShown && <LazyFilterHelp onClose={() => setHelpShown(false)} />}
    </span>
  );
}
