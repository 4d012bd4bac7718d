import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import type { MenuItem, MenuRequest } from "./menu-items.ts";

type Props = MenuRequest & { readonly onClose: () => void };

/**
 * A popup menu after ARIA's menu pattern: arrows, Home, End and letters move, Enter and Space choose, Esc, Tab and a
 * click elsewhere close. The focus goes back to where it was, unless the chosen item moved it.
 */
export function Menu({ label, items, at, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);

  // Within the window, whatever the pointer's place.
  useLayoutEffect(() => {
    const element = list.current;
    const view = element?.ownerDocument.defaultView;
    if (element === null || view === null || view === undefined) return;
    const { width, height } = element.getBoundingClientRect();
    setPlace({
      x: Math.max(0, Math.min(at.x, view.innerWidth - width)),
      y: Math.max(0, Math.min(at.y, view.innerHeight - height)),
    });
  }, [at]);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const page = element.ownerDocument;
    const opener = page.activeElement;
    focusItem(element, 0);
    const onPointerDown = (event: Event): void => {
      if (event.target instanceof Node && !element.contains(event.target)) onClose();
    };
    page.addEventListener("pointerdown", onPointerDown, true);
    page.defaultView?.addEventListener("blur", onClose);
    return () => {
      page.removeEventListener("pointerdown", onPointerDown, true);
      page.defaultView?.removeEventListener("blur", onClose);
      const now = page.activeElement;
      if (opener instanceof HTMLElement && (now === null || now === page.body || element.contains(now))) opener.focus();
    };
  }, []);

  const choose = (item: MenuItem): void => {
    if (item.kind === "divider" || (item.kind === "action" && item.isDisabled === true)) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const element = event.currentTarget;
    const entries = entriesOf(element);
    const from = entries.findIndex((entry) => entry === element.ownerDocument.activeElement);
    // No key leaves an open menu: behind it lie the panel's own keys and those of DevTools.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case "ArrowDown":
        focusItem(element, (from + 1) % entries.length);
        break;
      case "ArrowUp":
        focusItem(element, from <= 0 ? entries.length - 1 : from - 1);
        break;
      case "Home":
        focusItem(element, 0);
        break;
      case "End":
        focusItem(element, entries.length - 1);
        break;
      case "Enter":
      case " ":
        entries[from]?.click();
        break;
      case "Escape":
      case "Tab":
        onClose();
        break;
      default:
        if (event.key.length !== 1) return;
        focusItem(element, nextByLetter(entries, from, event.key));
    }
    event.preventDefault();
  };

  return (
    <div
      class="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      ref={list}
      style={{ insetInlineStart: `${place.x}px`, insetBlockStart: `${place.y}px` }}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map((item, index) =>
        item.kind === "divider" ? (
          <div class="menu-divider" role="separator" key={index} />
        ) : (
          <div
            class="menu-item"
            role={item.kind === "check" ? "menuitemcheckbox" : "menuitem"}
            aria-checked={item.kind === "check" ? item.isChecked : undefined}
            aria-disabled={item.kind === "action" && item.isDisabled === true ? true : undefined}
            tabIndex={-1}
            key={index}
            onClick={() => choose(item)}
          >
            <span class="menu-mark">{item.kind === "check" && item.isChecked && <Icon name="check" />}</span>
            <span class="menu-label">{item.label}</span>
            {item.kind === "action" && item.keys !== undefined && <kbd class="menu-keys">{item.keys}</kbd>}
          </div>
        ),
      )}
    </div>
  );
}

function entriesOf(menu: Element): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>(".menu-item")];
}

function focusItem(menu: Element, index: number): void {
  entriesOf(menu)[index]?.focus();
}

/** The next entry whose label starts with a letter, going round; the same entry where there is none. */
function nextByLetter(entries: readonly HTMLElement[], from: number, letter: string): number {
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= entries.length; step += 1) {
    const index = (from + step) % entries.length;
    const label = entries[index]?.querySelector(".menu-label")?.textContent ?? "";
    if (label.toLowerCase().startsWith(wanted)) return index;
  }
  return from;
}
