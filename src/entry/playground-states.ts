import type { EpochMs } from "../exchange/exchange.ts";
import type { FeedStatus } from "../exchange/feed.ts";
import type { SettingsProblem } from "../settings/settings-problem.ts";
import type { Settings } from "../settings/settings.ts";

/** What the playground shows in one of its states. */
export type PlaygroundState = {
  readonly hasCalls: boolean;
  readonly status: Partial<FeedStatus>;
  readonly settings: Partial<Settings>;
  readonly settingsProblems: readonly SettingsProblem[];
  /** Entries besides the samples: what no sample shows. */
  readonly strange: "none" | "bodies" | "unreadable";
};

const USUAL: PlaygroundState = { hasCalls: true, status: {}, settings: {}, settingsProblems: [], strange: "none" };
const EMPTY: PlaygroundState = { ...USUAL, hasCalls: false };

const SKIPPED_HOSTS = [
  { host: "localhost:4000", calls: 17, failures: 2 },
  { host: "metrics.example.test", calls: 25, failures: 0 },
  { host: "a-rather-long-name.of-a-service.region-1.staging.example.test", calls: 1, failures: 1 },
];

/** Every state that the panel has to be honest about, by the name it has in the query. */
const STATES: Readonly<Record<string, PlaygroundState>> = {
  empty: EMPTY,
  paused: { ...EMPTY, status: { recording: false } },
  filtered: { ...USUAL, settings: { filterText: "code:nothing_has_this" } },
  invalidfilter: { ...USUAL, settings: { filterText: "status:9xx stat:4 /[/" } },
  silent: { ...EMPTY, status: { browser: "firefox", navigations: 1, silentSinceNavigation: true } },
  nocall: { ...EMPTY, status: { entriesSeen: 43 } },
  undocumented: {
    ...EMPTY,
    settings: { onlyDocumented: true },
    status: { entriesSeen: 74, callsSeen: 43, skippedHosts: SKIPPED_HOSTS },
  },
  cleared: { ...EMPTY, status: { entriesSeen: 43, callsSeen: 12, callsRecorded: 12 } },
  bodies: { ...USUAL, strange: "bodies" },
  unreadable: { ...USUAL, strange: "unreadable" },
  dropped: { ...USUAL, status: { dropped: { successes: 1204, failures: 3, bodies: 17 } } },
  disconnected: { ...USUAL, status: { disconnected: true } },
  storagefull: { ...USUAL, settingsProblems: [{ kind: "not-saved", full: true, reason: "quota exceeded" }] },
  storagebroken: { ...USUAL, settingsProblems: [{ kind: "not-loaded", reason: "storage is disabled" }] },
  newersettings: { ...USUAL, settingsProblems: [{ kind: "newer-version", stored: 9, known: 2 }] },
  invalidsettings: { ...USUAL, settingsProblems: [{ kind: "invalid", names: ["theme", "detailPercent"] }] },
};

/** The state of this name; the usual one, with calls and without trouble, for null and unknown names. */
export function playgroundState(name: string | null, now: EpochMs): PlaygroundState {
  const state = (Object.hasOwn(STATES, name ?? "") ? STATES[name ?? ""] : undefined) ?? USUAL;
  const hasSeen = state.hasCalls || (state.status.entriesSeen ?? 0) > 0;
  return { ...state, status: { ...state.status, lastEntryAt: hasSeen ? now - 2_000 : null } };
}

/** What a recorder says that has recorded this many calls for five minutes. */
export function statusOf(state: PlaygroundState, calls: number, now: EpochMs): FeedStatus {
  return {
    recording: true,
    since: now - 300_000,
    browser: "chromium",
    entriesSeen: calls === 0 ? 0 : calls + 31,
    callsSeen: calls,
    callsRecorded: calls,
    lastEntryAt: null,
    skippedHosts: [],
    dropped: { successes: 0, failures: 0, bodies: 0 },
    bodyBytes: 0,
    navigations: 0,
    silentSinceNavigation: false,
    disconnected: false,
    preserveLog: true,
    ...state.status,
  };
}
