import type { ProviderRules } from "../find/search.ts";

/** Where a text of the report comes from, which decides how it is searched. */
export type Place =
  | { readonly kind: "url" }
  | { readonly kind: "header"; readonly name: string }
  /** A form field that the HAR lists on its own. */
  | { readonly kind: "field"; readonly name: string }
  | {
      readonly kind: "body";
      readonly mimeType: string;
      /** Set where the provider document says that bodies of this path are dropped: only field names stay. */
      readonly dropped: "no" | "request" | "success" | "failure";
    }
  /** Running text; `field` is the field an error names, where the text belongs to that error. */
  | { readonly kind: "text"; readonly name: string; readonly field?: string };

/** One text of the report. `where` names it for people: "request header Authorization". */
export type Part = {
  readonly place: Place;
  readonly text: string;
  readonly rules: ProviderRules;
  readonly where?: string;
};
