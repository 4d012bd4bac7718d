import english from "../../public/_locales/en/messages.json";
import { watchedHosts } from "../catalogue/find-provider.ts";
import type { FeedStatus, Feed } from "../exchange/feed.ts";
import { mount } from "../panel/mount.tsx";
import type { ThemeName } from "../panel/ports.ts";
import { messagesFrom } from "../panel/text/fill-message.ts";
import { setMessages } from "../panel/text/text.ts";
import { memoryOwnProviders } from "../settings/memory-own-providers.ts";
import { memorySettings } from "../settings/memory-settings.ts";
import { loadProviders } from "./load-providers.ts";
import { providersInForce } from "./providers-in-force.ts";
import { sampleRecords } from "./sample-records.ts";

declare const __VERSION__: string;

/*
 * The panel as an ordinary page, for development and screenshots: `npm run dev`. In the query:
 * theme=light|dark, state=empty|paused|filtered|silent|disconnected|unwatched|dropped, count=N calls.
 */
const query = new URLSearchParams(location.search);
const state = query.get("state");
const dark = matchMedia("(prefers-color-scheme: dark)");
const themeNow = (): ThemeName => {
  const wanted = query.get("theme");
  return wanted === "dark" || (wanted === null && dark.matches) ? "dark" : "light";
};

const settings = memorySettings(state === "filtered" ? { filterText: "code:nothing_has_this" } : {});
const ownProviders = memoryOwnProviders();
const providers = await providersInForce(settings, ownProviders);
const hasRows = state === null || state === "filtered" || state === "disconnected" || state === "dropped";
const since = Date.now() - 300_000;
let records = hasRows ? sampleRecords(Date.now(), Number(query.get("count")) || undefined) : [];
let status: FeedStatus = {
  recording: state !== "paused",
  since,
  browser: state === "silent" ? "firefox" : "chromium",
  entriesSeen: hasRows ? records.length + 31 : state === "unwatched" ? 42 : 0,
  entriesWatched: hasRows ? records.length : 0,
  lastEntryAt: hasRows || state === "unwatched" ? Date.now() : null,
  otherHosts:
    state === "unwatched"
      ? [
          { host: "localhost:4000", count: 17 },
          { host: "cdn.example.test", count: 25 },
        ]
      : [],
  watchedHosts: watchedHosts(loadProviders()),
  dropped:
    state === "dropped" ? { successes: 1204, failures: 3, bodies: 17 } : { successes: 0, failures: 0, bodies: 0 },
  bodyBytes: 0,
  navigations: state === "silent" ? 1 : 0,
  silentSinceNavigation: state === "silent",
  disconnected: state === "disconnected",
  preserveLog: true,
};

const feedListeners = new Set<Parameters<Feed["subscribe"]>[0]>();
const changeStatus = (change: Partial<FeedStatus>, cleared = false): void => {
  status = { ...status, ...change };
  for (const listener of feedListeners) listener({ added: [], cleared, status });
};
const feed: Feed = {
  snapshot: () => ({ records, status }),
  subscribe: (listener) => {
    feedListeners.add(listener);
    return () => feedListeners.delete(listener);
  },
  clear: () => {
    records = [];
    changeStatus({}, true);
  },
  setRecording: (recording) => changeStatus({ recording }),
  setPreserveLog: (preserveLog) => changeStatus({ preserveLog }),
};

setMessages(messagesFrom(english));
const root = document.getElementById("root");
if (root !== null)
  mount(root, {
    feed,
    providers: providers.current,
    subscribeProviders: providers.subscribe,
    now: Date.now,
    theme: {
      current: themeNow,
      subscribe: (listener) => {
        const changed = (): void => listener(themeNow());
        dark.addEventListener("change", changed);
        return () => dark.removeEventListener("change", changed);
      },
    },
    settings,
    ownProviders,
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : "The browser refused." };
      }
    },
    version: __VERSION__,
  });
