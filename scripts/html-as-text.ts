import type { Plugin } from "vite";

/** The module of Preact that writes to the document. */
const RENDERER = /[\\/]node_modules[\\/]preact[\\/]dist[\\/]preact\.mjs$/;
const ASSIGNMENT = /\b(\w+)\.innerHTML=(\w+)\.__html\b/g;

/**
 * Builds the panel with a Preact that cannot parse markup: what `dangerouslySetInnerHTML` is given appears as text.
 * The panel shows strings that servers chose, so the one way from a string to elements is taken out; it is also the
 * only thing that web-ext's linter objects to (UNSAFE_VAR_ASSIGNMENT).
 */
export function htmlAsText(): Plugin {
  return {
    name: "faultline:html-as-text",
    enforce: "pre",
    transform: {
      filter: { id: RENDERER },
      handler(source) {
        const code = textInsteadOfHtml(source);
        if (code === null)
          this.error("Preact assigns innerHTML in another way than known; see scripts/html-as-text.ts.");
        return { code, map: null };
      },
    },
  };
}

/** Preact's source with its one assignment of markup turned into one of text; null if there is not exactly one. */
export function textInsteadOfHtml(source: string): string | null {
  const found = source.match(ASSIGNMENT)?.length ?? 0;
  return found === 1 ? source.replace(ASSIGNMENT, "$1.textContent=$2.__html") : null;
}
