import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { type MenuItem, menuPoint, type MenuRequest } from "../menu/menu-items.ts";
import { panelWords } from "../words/english/panel.ts";

/** A switch in the toolbar. */
export type ToolbarOption = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** check: a check box. toggle: a word that stays pressed. */
  readonly kind: "check" | "toggle";
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

type Props = {
  readonly options: readonly ToolbarOption[];
  /** What is in the menu behind » alone, below the switches there is no room for. */
  readonly commands: readonly MenuItem[];
  readonly onMore: (items: readonly MenuItem[], at: MenuRequest["at"]) => void;
};

/** Switches in one line. Those for which there is no room, from the right, are in a menu behind », above its commands. */
export function ToolbarOptions({ options, commands, onMore }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(options.length);
  useLayoutEffect(() => {
    const element = line.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const entries = [...element.children];
      const top = entries[0]?.getBoundingClientRect().top ?? 0;
      const end = element.getBoundingClientRect().right;
      // What does not fit was wrapped into a second line, which is cut off; the first alone has no line to go to.
      const wrapped = entries.findIndex((entry) => {
        const box = entry.getBoundingClientRect();
        return box.top > top + 2 || box.right > end + 1;
      });
      setFitting(wrapped === -1 ? entries.length : wrapped);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const hidden = options.slice(fitting).map(asMenuItem);
  const divider: readonly MenuItem[] = hidden.length > 0 && commands.length > 0 ? [{ kind: "divider" }] : [];
  const items = [...hidden, ...divider, ...commands];
  return (
    <>
      <div class="toolbar-options" ref={line}>
        {options.map((option, index) => (
          <Option option={option} isHidden={index >= fitting} key={option.name} />
        ))}
      </div>
      <button
        type="button"
        class={items.length === 0 ? "icon-button toolbar-nothing-more" : "icon-button"}
        aria-label={panelWords.toolbarMore}
        title={panelWords.toolbarMore}
        aria-haspopup="menu"
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          onMore(items, { ...menuPoint(event, event.currentTarget), x: left, y: bottom });
        }}
      >
        <Icon name="more" />
      </button>
    </>
  );
}

function asMenuItem({ label, isOn, onChange }: ToolbarOption): MenuItem {
  return { kind: "check", label, isChecked: isOn, run: () => onChange(!isOn) };
}

function Option({ option, isHidden }: { readonly option: ToolbarOption; readonly isHidden: boolean }) {
  const { label, hint, kind, isOn, onChange } = option;
  if (kind === "toggle")
    return (
      <button
        type="button"
        class="toolbar-toggle"
        title={hint}
        aria-pressed={isOn}
        inert={isHidden}
        onClick={() => onChange(!isOn)}
      >
        {label}
      </button>
    );
  return (
    <label class="check" title={hint} inert={isHidden}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
