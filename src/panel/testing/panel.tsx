import { onTestFinished, vi } from "vitest";
import { GENERIC_PROVIDER } from "../../catalogue/generic-provider.ts";
import type { Providers } from "../../catalogue/provider.ts";
import { aCodeEntry, aProvider } from "../../catalogue/testing/a-provider.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { type FeedRecord, type FeedStatus, recordOf } from "../../exchange/feed.ts";
import { memoryFeed, type MemoryFeed } from "../../exchange/memory-feed.ts";
import { anExchange } from "../../exchange/testing/an-exchange.ts";
import { memoryOwnProviders } from "../../settings/memory-own-providers.ts";
import { memorySettings } from "../../settings/memory-settings.ts";
import type { SettingsProblem } from "../../settings/settings-problem.ts";
import type { Settings } from "../../settings/settings.ts";
import { loadFilterLanguage } from "../filter/filter-language.ts";
import { mount } from "../shell/mount.tsx";
import type { CopyResult, PanelPorts } from "../shell/ports.ts";
import { loadReading } from "../loading/reading-loader.ts";

/** 2024-01-15T12:00:00Z */
export const START = 1_705_320_000_000;

export function aStatus(members: Partial<FeedStatus> = {}): FeedStatus {
  return {
    recording: true,
    since: START,
    browser: "chromium",
    entriesSeen: 0,
    callsSeen: 0,
    callsRecorded: 0,
    lastEntryAt: null,
    skippedHosts: [],
    dropped: { successes: 0, failures: 0, bodies: 0 },
    bodyBytes: 0,
    navigations: 0,
    silentSinceNavigation: false,
    disconnected: false,
    preserveLog: true,
    ...members,
  };
}

/** A feed over a list: what is added to it reaches its listeners at once. */
export function aFeed(initial: readonly FeedRecord[] = [], statusMembers: Partial<FeedStatus> = {}): MemoryFeed {
  return memoryFeed(
    initial,
    aStatus({
      entriesSeen: initial.length,
      callsSeen: initial.length,
      callsRecorded: initial.length,
      ...statusMembers,
    }),
  );
}

let nextSequence = 0;

/** A record of a call to the example API that ended with a status and, for a failure, a code. */
export function aCall(
  shape: {
    readonly id?: string;
    readonly at?: number;
    readonly path?: string;
    /** The example API's by default. */
    readonly origin?: string;
    readonly method?: string;
    readonly status?: number;
    readonly code?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly requestHeaders?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): FeedRecord {
  const { at = 0, path = "/v1/things", method = "GET", status = 200, code, headers = {}, requestHeaders = {} } = shape;
  nextSequence += 1;
  const body =
    shape.body ?? (code === undefined ? '{"ok":true}' : JSON.stringify({ error: { code, message: `About ${code}.` } }));
  const exchange: Exchange = anExchange(
    {
      startedDateTime: new Date(START + at).toISOString(),
      time: 120,
      method,
      url: `${shape.origin ?? "https://api.example.test"}${path}`,
      status,
      requestHeaders,
      responseHeaders: headers,
      body,
    },
    shape.id ?? `call-${nextSequence}`,
  );
  return recordOf(nextSequence, exchange);
}

export const EXAMPLE: Providers = {
  providers: [
    aProvider({
      requestId: { headers: [{ name: "X-Request-ID", source: "seed" }] },
      codes: {
        not_found: aCodeEntry({
          title: "There is no such thing",
          meaning: "The id names nothing.",
          status: 404,
          causes: [{ text: "The id is mistyped.", source: "seed" }],
          fixes: [{ text: "Compare the id with the list.", source: "seed" }],
          docs: "https://docs.example.test/errors",
        }),
        slow_down: aCodeEntry({
          title: "Too many requests",
          meaning: "The limit is used up.",
          status: 429,
          retry: { advise: "after-delay", reason: "The limit refills.", basis: "documented", source: "seed" },
        }),
      },
    }),
    GENERIC_PROVIDER,
  ],
  mappings: [],
};

/** A mounted panel and the doors to its outside. */
export type MountedPanel = {
  readonly root: HTMLElement;
  readonly feed: MemoryFeed;
  readonly copied: readonly string[];
  readonly settings: () => Settings;
  readonly setNow: (now: number) => void;
  readonly unmount: () => void;
  /** Resolves when the panel has taken in and drawn all that happened. */
  readonly settled: () => Promise<void>;
};

/** Mounts the panel on fakes of all its ports, and waits until it is drawn. */
export async function aPanel(
  options: {
    readonly feed?: MemoryFeed;
    readonly settings?: Partial<Settings>;
    readonly settingsProblems?: readonly SettingsProblem[];
    readonly copy?: () => Promise<CopyResult>;
    readonly now?: number;
  } = {},
): Promise<MountedPanel> {
  const feed = options.feed ?? aFeed();
  const settings = memorySettings(options.settings, options.settingsProblems);
  let now = options.now ?? START + 60_000;
  const copied: string[] = [];
  const ports: PanelPorts = {
    feed,
    providers: () => EXAMPLE,
    subscribeProviders: (listener) => settings.subscribe(() => listener()),
    shippedProviders: () => EXAMPLE.providers,
    loadDocument: () => undefined,
    ownProviders: memoryOwnProviders(),
    now: () => now,
    theme: { current: () => "light", subscribe: () => () => undefined },
    settings,
    copy: (text) => {
      if (typeof text === "string") copied.push(text);
      else void text.then((ready) => copied.push(ready));
      return options.copy?.() ?? Promise.resolve({ ok: true });
    },
    openViewer: async (own, files) => (await import("../import/open-viewer.ts")).openViewer(own, files),
    version: "0.0.0-test",
  };
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  // The intake paces itself by how long drawing takes; on a loaded machine a test would have to wait for that.
  window.performance.now = () => 0;
  // The panel loads them behind its first paint; here they are there at once.
  await Promise.all([loadReading(), loadFilterLanguage(), import("../detail/presented-detail.tsx")]);
  const unmount = mount(root, ports);
  // Files share a window: a panel that stays would answer the next test's keys.
  onTestFinished(unmount);
  const frames = async (count: number): Promise<void> => {
    // A frame, and a task behind it: Preact runs effects after what it has drawn.
    for (let frame = 0; frame < count; frame += 1)
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };
  const settled = async (): Promise<void> => {
    await frames(2);
    // A part that was asked for takes as long as the computer is busy with other things.
    await vi.dynamicImportSettled();
    await frames(5);
  };
  await settled();
  return {
    root,
    feed,
    copied,
    settings: settings.current,
    setNow: (next) => {
      now = next;
    },
    unmount,
    settled,
  };
}
