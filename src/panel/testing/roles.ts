/** The roles that elements have by themselves, as far as the panel uses them (HTML-AAM). */
const IMPLIED: Readonly<Record<string, string>> = {
  button: "button",
  a: "link",
  h2: "heading",
  h3: "heading",
  select: "combobox",
  section: "region",
  ul: "list",
  table: "table",
};

function roleOf(element: Element): string {
  const role = element.getAttribute("role");
  if (role !== null) return role;
  const tag = element.tagName.toLowerCase();
  if (tag === "input") return element.getAttribute("type") === "checkbox" ? "checkbox" : "textbox";
  return IMPLIED[tag] ?? "";
}

function nameOf(element: Element): string {
  const label = element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent;
  return label.replaceAll(/\s+/g, " ").trim();
}

/** All elements of a role, in document order, optionally those whose accessible name contains `name`. */
export function allByRole(root: Element, role: string, name = ""): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("*")].filter(
    (element) => roleOf(element) === role && nameOf(element).includes(name),
  );
}

/** The one element of a role and name; throws where there is none or more than one. */
export function byRole(root: Element, role: string, name = ""): HTMLElement {
  const found = allByRole(root, role, name);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} elements of role ${role} named "${name}" in: ${root.textContent}`);
  return only;
}

/** Presses a key on an element, and returns whether the key was left to others (neither stopped nor prevented). */
export function press(element: Element, key: string, modifiers: KeyboardEventInit = {}): boolean {
  let reachedDocument = false;
  const note = (): void => {
    reachedDocument = true;
  };
  document.addEventListener("keydown", note, { once: true });
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...modifiers });
  element.dispatchEvent(event);
  document.removeEventListener("keydown", note);
  return reachedDocument && !event.defaultPrevented;
}
