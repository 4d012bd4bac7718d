import type { Target } from "./browser-session.ts";
import { type Marionette, valueOf } from "./marionette.ts";

/** Elements that have a role without saying so; any other role is looked for in the `role` attribute. */
const ELEMENTS_OF_ROLE: Readonly<Record<string, string>> = {
  button: "button",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  textbox: "input:not([type]), input[type=text], textarea",
  searchbox: "input[type=search]",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  listitem: "li",
  combobox: "select",
};

const ELEMENT_KEY = "element-6066-11e4-a52e-4f735466cecf"; // WebDriver section 12.1, web element identifier

/**
 * Runs in the panel: the visible elements that match everything but the accessible name, and have its text in one of the
 * places that names come from (Accessible Name and Description Computation 1.2): Firefox is asked for each name by itself.
 */
const FIND = `
  const [selector, text, name] = arguments;
  const words = (string) => string.replace(/\\s+/g, " ").trim().toLowerCase();
  const letters = (string) => string.replace(/\\s+/g, "");
  const named = (element) => [
    element.textContent,
    ...[element, ...element.querySelectorAll("[aria-label], [title], [alt]")].flatMap((one) =>
      ["aria-label", "title", "alt", "placeholder", "value"].map((attribute) => one.getAttribute(attribute) ?? "")),
    ...[...(element.labels ?? [])].map((label) => label.textContent),
    ...(element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? ""),
  ];
  return [...document.querySelectorAll(selector)].filter((element) =>
    (name === null || named(element).some((part) => letters(part).includes(letters(name)))) &&
    element.checkVisibility({ visibilityProperty: true }) &&
    (text === null || words(element.textContent).includes(words(text))));
`;

/** References of the elements in the panel that match, in document order. Names are those Firefox gives to assistive technology. */
export async function findElements(marionette: Marionette, target: Target): Promise<readonly string[]> {
  const roles =
    target.role === undefined
      ? (target.css ?? "body")
      : [`[role=${target.role}]`, ELEMENTS_OF_ROLE[target.role]].filter((one) => one !== undefined).join(", ");
  const selector = target.role !== undefined && target.css !== undefined ? `:is(${roles}):is(${target.css})` : roles;
  const found = valueOf(
    await marionette.send("WebDriver:ExecuteScript", {
      script: FIND,
      args: [selector, target.text ?? null, target.name ?? null],
    }),
  );
  const ids = (Array.isArray(found) ? found : []).flatMap((element: unknown) => {
    const id = (element as Readonly<Record<string, unknown>> | null)?.[ELEMENT_KEY];
    return typeof id === "string" ? [id] : [];
  });
  if (target.name === undefined) return ids;
  const named: string[] = [];
  for (const id of ids) {
    const label = valueOf(await marionette.send("WebDriver:GetComputedLabel", { id }));
    if (label === target.name) named.push(id);
  }
  return named;
}

/** The element as a script's argument. */
export function elementArgument(id: string): Readonly<Record<string, string>> {
  return { [ELEMENT_KEY]: id };
}
