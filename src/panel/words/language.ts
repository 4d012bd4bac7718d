/** A value that a sentence takes. */
export type Value = string | number;

/** The words of one part of the panel by name: texts, functions of what a sentence takes, or texts by a value's name. */
export type Section = object;

/** Returns the words that replace some or all of a section's English ones. */
export type Translation = (name: string, english: Section) => Section;

/** The names in a section whose words take no values. */
export type PlainName<Of extends Section> = { [Name in keyof Of]: Of[Name] extends string ? Name : never }[keyof Of];

const sections: { readonly name: string; readonly english: Section; readonly shown: Section }[] = [];
let translation: Translation = () => ({});

/**
 * Makes the words of one part, which is loaded together with its words. They are in the language that was set when they
 * are read, so read them while rendering, never while a module loads.
 */
export function words<Of extends Section>(name: string, english: Of): Of {
  const shown = { ...english, ...translation(name, english) };
  sections.push({ name, english, shown });
  return shown;
}

/** Sets the language of all sections, loaded already or later. A page calls it before it renders. */
export function setTranslation(next: Translation): void {
  translation = next;
  for (const { name, english, shown } of sections) Object.assign(shown, english, next(name, english));
}
