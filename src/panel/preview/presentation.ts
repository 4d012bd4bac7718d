import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Providers } from "../../catalogue/provider.ts";
import type { Row } from "../../timeline/row.ts";
import { loadedPresenter, loadPresenter, type PresentedPlace, type Presenter } from "../loading/report-loader.ts";

/** Whether the screen is shared, and the documents that say what is secret. The panel provides it around everything. */
export type Presentation = {
  readonly isOn: boolean;
  readonly providers: Providers;
  /** Undefined until it is loaded. */
  readonly presenter: Presenter | undefined;
};

export const PresentationContext = createContext<Presentation>({
  isOn: false,
  providers: { providers: [], mappings: [] },
  presenter: undefined,
});

/** Stands for a text that must not be shown before the redactor has seen it. */
export const HIDDEN = "\u2026";

/** What the panel provides: another object only where something in it is another. Loads the redactor once it is needed. */
export function usePresentation(isOn: boolean, providers: Providers): Presentation {
  const [presenter, setPresenter] = useState(loadedPresenter);
  useEffect(() => {
    if (!isOn || presenter !== undefined) return;
    loadPresenter().then(
      (loaded) => setPresenter(() => loaded),
      // Without the redactor everything stays hidden.
      () => undefined,
    );
  }, [isOn, presenter]);
  return useMemo(() => ({ isOn, providers, presenter }), [isOn, providers, presenter]);
}

/** Gives a recorded text as it may be shown. */
export type Present = (text: string, place: PresentedPlace) => string;

/**
 * Gives recorded texts as they may be shown: as they are, or, in presentation mode, what the redactor leaves of them ("…"
 * until it is loaded). For single texts, such as a host; where a whole call is shown use `usePresentedRow`, which also
 * finds a secret's echoes in its other parts.
 */
export function usePresent(): Present {
  const { isOn, providers, presenter } = useContext(PresentationContext);
  return (text, place) => {
    if (!isOn || text === "") return text;
    return presenter === undefined ? HIDDEN : presentedText(text, place, providers, presenter);
  };
}

/** The same for one text. */
export function usePresented(text: string, place: PresentedPlace): string {
  return usePresent()(text, place);
}

/** What is drawn anew each second must not be redacted anew. */
const MOST_TEXTS = 500;
const texts = new Map<string, string>();
let textsOf: Providers | undefined;

function presentedText(text: string, place: PresentedPlace, providers: Providers, presenter: Presenter): string {
  if (textsOf !== providers || texts.size > MOST_TEXTS) texts.clear();
  textsOf = providers;
  const key = `${place.kind} ${place.kind === "header" ? place.name : ""} ${text}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const shown = presenter.presentText(text, place, providers);
  texts.set(key, shown);
  return shown;
}

type Extent = Parameters<Presenter["presentRow"]>[2];
type Known = { readonly providers: Providers; readonly row: Row };

const presented: Readonly<Record<Extent, WeakMap<Row, Known>>> = { line: new WeakMap(), whole: new WeakMap() };

/**
 * Gives rows as they may be shown: as they are, or, in presentation mode, with every recorded text redacted; undefined
 * until the redactor is loaded, where nothing may be shown yet. "line": for the grid and for sentences, without bodies.
 * Only for looking: what is copied or done goes by the row's id, which stays.
 */
export function usePresentRow(extent: Extent): (row: Row) => Row | undefined {
  const { isOn, providers, presenter } = useContext(PresentationContext);
  return (row) => {
    if (!isOn) return row;
    if (presenter === undefined) return undefined;
    const known = presented[extent].get(row);
    if (known?.providers === providers) return known.row;
    const shown = presenter.presentRow(row, providers, extent);
    presented[extent].set(row, { providers, row: shown });
    return shown;
  };
}
