import { GENERIC_WATCHED } from "../catalogue/watched-part.ts";
import type { WatchedProvider } from "../browser/recorder.ts";

/**
 * The built-in providers as the recorder knows them: no texts, so that the DevTools page stays small. The query picks
 * the plugin in vite.config.ts that leaves them out; JSON carries no type of its own, hence the type argument.
 */
export const watchedProviders: readonly WatchedProvider[] = [
  ...Object.values(
    import.meta.glob<WatchedProvider>("../providers/*/provider.json", {
      eager: true,
      query: "?hosts",
      import: "default",
    }),
  ),
  GENERIC_WATCHED,
];
