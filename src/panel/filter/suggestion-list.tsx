import { useLayoutEffect, useRef } from "preact/hooks";
import type { Completion } from "../../timeline/filter/complete.ts";
import { panelWords } from "../words/english/panel.ts";

/** The element id of a suggestion, for aria-activedescendant. */
export function suggestionId(index: number): string {
  return `filter-suggestion-${index}`;
}

/** The element id of the list, for aria-controls. */
export const SUGGESTIONS_ID = "filter-suggestions";

type Props = {
  readonly items: readonly Completion[];
  /** Index of the item that Enter would take; -1 for none. */
  readonly active: number;
  readonly onTake: (item: Completion) => void;
};

/** The list under the filter field. The focus stays in the field (ARIA's combobox pattern). */
export function SuggestionList({ items, active, onTake }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <ul
      class="suggestions"
      role="listbox"
      id={SUGGESTIONS_ID}
      aria-label={panelWords.filterSuggestions}
      ref={list}
      // The field must keep the focus while an item is clicked.
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map((item, index) => (
        <li
          class="suggestion"
          role="option"
          id={suggestionId(index)}
          key={item.insert}
          aria-selected={index === active}
          onClick={() => onTake(item)}
        >
          <code>{item.label}</code>
          {item.insert.endsWith(":") && <span class="suggestion-help">{item.help}</span>}
        </li>
      ))}
    </ul>
  );
}
