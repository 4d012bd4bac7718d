import type { ComponentChildren, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { nextByKey } from "../focus/next-by-key.ts";
import "./tabs.css";

export type Tab<Name extends string> = {
  readonly name: Name;
  readonly title: string;
  readonly panel: () => ComponentChildren;
};

type Props<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly current: Name;
  readonly onChange: (name: Name) => void;
  /** What the panel shows: another key starts it at its top. */
  readonly panelKey: string;
  /** Stands at the left of the tabs. */
  readonly before: ComponentChildren;
  /** Stands at their right. */
  readonly after: ComponentChildren;
};

/** Tabs after the ARIA authoring pattern: arrows, Home and End move and choose; only the chosen panel is rendered. */
export function Tabs<Name extends string>({ label, tabs, current, onChange, panelKey, before, after }: Props<Name>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = Math.max(
    0,
    tabs.findIndex(({ name }) => name === current),
  );
  const chosen = tabs[index];
  const panel = useRef<HTMLDivElement>(null);
  // The panel is made anew for another row: what had the focus in it goes, so the new panel takes the focus over.
  const hadFocus = panel.current?.contains(panel.current.ownerDocument.activeElement) === true;
  useLayoutEffect(() => {
    const element = panel.current;
    if (hadFocus && element !== null && !element.contains(element.ownerDocument.activeElement)) element.focus();
  }, [panelKey]);
  // In a narrow panel the tabs scroll: the chosen one is brought into sight.
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [index]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const to = nextByKey(event.key, index, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(tab.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)?.focus();
  };

  return (
    <>
      <div class="tab-bar">
        {before}
        <div class="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              type="button"
              class="tab"
              role="tab"
              id={`${id}-${tab.name}`}
              data-tab={tab.name}
              aria-selected={tab === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={tab === chosen ? 0 : -1}
              onClick={() => onChange(tab.name)}
              key={tab.name}
            >
              {tab.title}
            </button>
          ))}
        </div>
        {after}
      </div>
      {chosen !== undefined && (
        <div
          class="tab-panel"
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${chosen.name}`}
          tabIndex={0}
          ref={panel}
          key={`${panelKey} ${chosen.name}`}
        >
          {chosen.panel()}
        </div>
      )}
    </>
  );
}
