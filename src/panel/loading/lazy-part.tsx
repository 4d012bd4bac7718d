import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { once } from "./once.ts";
import { panelWords } from "../words/english/panel.ts";

/** A part whose code is loaded late. `fetch` loads it before it is drawn; a failure is shown when it is drawn. */
export type LazyPart<Props> = ComponentType<Props> & { readonly fetch: () => void };

/**
 * A part of the panel whose code is loaded when it is first drawn, so that opening the panel does not wait for it. Its
 * style sheets are listed in `style/late-parts.css`. If the file cannot be loaded (the extension was updated while DevTools
 * is open), a sentence says so, and the next time the part is drawn it is tried again.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  const get = once(async () => {
    loaded = await load();
  });
  const fetch = (): void => void get().catch(() => undefined);
  function Part(props: Props) {
    const [state, setState] = useState<"waiting" | "there" | "failed">(loaded === undefined ? "waiting" : "there");
    useEffect(() => {
      // Not whether it is there by now: it may have come since nothing was drawn in its place.
      if (state === "there") return undefined;
      let isGone = false;
      const settle = (next: "there" | "failed"): void => {
        if (!isGone) setState(next);
      };
      get().then(
        () => settle("there"),
        () => settle("failed"),
      );
      return () => {
        isGone = true;
      };
    }, []);
    if (state === "failed") return <p class="quiet">{panelWords.lazyFailed}</p>;
    const Loaded = loaded;
    return Loaded === undefined ? null : <Loaded {...props} />;
  }
  return Object.assign(Part, { fetch });
}
