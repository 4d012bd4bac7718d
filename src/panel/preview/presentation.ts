import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Providers } from "../../catalogue/provider.ts";
import type { ApiEvent } from "../../decode/api-event.ts";
import { loadedPresenter, loadPresenter, type PresentedPlace, type Presenter } from "../report-loader.ts";

/** Whether the screen is shared, and the documents that say what is secret. The panel provides it around everything. */
export type Presentation = { readonly isOn: boolean; readonly providers: Providers };

export const PresentationContext = createContext<Presentation>({
  isOn: false,
  providers: { providers: [], mappings: [] },
});

/** Stands for a text that must not be shown before the redactor has seen it. */
const HIDDEN = "\u2026";

/** The redactor, once it is there; loading starts when `isOn` first holds. */
function usePresenter(isOn: boolean): Presenter | undefined {
  const [presenter, setPresenter] = useState(loadedPresenter);
  useEffect(() => {
    if (!isOn || presenter !== undefined) return;
    loadPresenter().then(
      (loaded) => setPresenter(() => loaded),
      // Without the redactor everything stays hidden.
      () => undefined,
    );
  }, [isOn, presenter]);
  return presenter;
}

/**
 * A recorded text as it may be shown: itself, or, in presentation mode, what the redactor leaves of it ("…" until the
 * redactor is loaded). For single texts, such as a row's URL; where a whole event is shown use `usePresentedEvent`, which
 * also finds a secret's echoes in its other parts.
 */
export function usePresented(text: string, place: PresentedPlace): string {
  const { isOn, providers } = useContext(PresentationContext);
  const presenter = usePresenter(isOn);
  if (!isOn || text === "") return text;
  return presenter === undefined ? HIDDEN : presenter.presentText(text, place, providers);
}

const presented = new WeakMap<ApiEvent, { readonly providers: Providers; readonly event: ApiEvent }>();

/**
 * An event as it may be shown: itself, or, in presentation mode, a copy whose texts have been through the redactor;
 * undefined until the redactor is loaded, where nothing may be shown yet. Only for looking: copies are made from the
 * event itself, by its id, which both have.
 */
export function usePresentedEvent(event: ApiEvent): ApiEvent | undefined {
  const { isOn, providers } = useContext(PresentationContext);
  const presenter = usePresenter(isOn);
  if (!isOn) return event;
  if (presenter === undefined) return undefined;
  const known = presented.get(event);
  if (known?.providers === providers) return known.event;
  const shown = presenter.presentEvent(event, providers);
  presented.set(event, { providers, event: shown });
  return shown;
}
