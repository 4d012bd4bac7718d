import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { text } from "../text/text.ts";

/** A part whose code comes later. `fetch` gets it before it is drawn; failure is told when it is. */
export type LazyPart<Props> = ComponentType<Props> & { readonly fetch: () => void };

/**
 * A part of the panel whose code is loaded when it is first drawn, so that opening the panel does not wait for it. Style
 * sheets must be imported by whoever calls this: a loaded file brings none. Where the file cannot be had (the extension
 * was updated while DevTools is open), a sentence says so.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  const get = () =>
    load().then((part) => {
      loaded = part;
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
    if (state === "failed") return <p class="quiet">{text("lazyFailed")}</p>;
    const Loaded = loaded;
    return Loaded === undefined ? null : <Loaded {...props} />;
  }
  return Object.assign(Part, { fetch });
}
