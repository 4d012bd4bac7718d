import type { Unsubscribe } from "../exchange/feed.ts";
import type { OwnDocument } from "./own-documents.ts";

/** Why documents were not stored. `reason` is the browser's own words. */
export type RefusedSave =
  /** A newer version stored documents that this one would spoil. */
  | { readonly kind: "newer-version" }
  | { readonly kind: "too-long"; readonly length: number; readonly most: number }
  | { readonly kind: "not-saved"; readonly full: boolean; readonly reason: string };

/** Why some of the user's documents are not there. */
export type OwnProvidersProblem =
  | { readonly kind: "newer-version" }
  | { readonly kind: "lost"; readonly count: number }
  | { readonly kind: "not-loaded"; readonly reason: string };

/** The user's own provider documents. */
export type OwnProvidersPort = {
  readonly current: () => readonly OwnDocument[];
  /**
   * Stores what `change` makes of the documents as they are stored by then, and tells every page. Resolves to the
   * reason if it is refused: then nothing has changed.
   */
  readonly save: (
    change: (documents: readonly OwnDocument[]) => readonly OwnDocument[],
  ) => Promise<RefusedSave | undefined>;
  readonly problems: () => readonly OwnProvidersProblem[];
  readonly subscribe: (listener: () => void) => Unsubscribe;
};
