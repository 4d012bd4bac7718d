import type { Provider, Providers } from "../../catalogue/provider.ts";
import type { EpochMs } from "../../exchange/exchange.ts";
import type { Feed, Unsubscribe } from "../../exchange/feed.ts";
import type { ReportText } from "../../report/report-text.ts";
import type { OwnProvidersPort } from "../../settings/own-providers-port.ts";
import type { SettingsPort } from "../../settings/settings-port.ts";

export type ThemeName = "light" | "dark";

export type ThemePort = {
  readonly current: () => ThemeName;
  readonly subscribe: (listener: (theme: ThemeName) => void) => Unsubscribe;
};

/** What became of a copy. `reason` is a sentence for the user. */
export type CopyResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** A place in the inspected page's code; line and column count from 1. */
export type SourcePlace = { readonly url: string; readonly line: number; readonly column: number };
/** Shows a place in the browser's own source view. */
export type OpenSource = (place: SourcePlace) => void;
/** Shows a request in the browser's own Network panel. */
export type RevealInNetwork = (request: { readonly method: string; readonly url: string }) => void;

/** Everything the panel needs from outside. The extension, the playground and tests each hand in their own. */
export type PanelPorts = {
  readonly feed: Feed;
  readonly providers: () => Providers;
  /** Calls the listener whenever `providers()` gives others: a host mapping or a document of the user's changed. */
  readonly subscribeProviders: (listener: () => void) => Unsubscribe;
  /** The documents that ship, which the user's own may extend. */
  readonly shippedProviders: () => readonly Provider[];
  /** Has the document of a provider loaded; `subscribeProviders` tells when it is there. */
  readonly loadDocument: (providerId: string) => void;
  /** The user's own documents, for the settings. */
  readonly ownProviders: OwnProvidersPort;
  readonly now: () => EpochMs;
  readonly theme: ThemePort;
  /** `settings.problems()` is what a banner has to say about them; subscribers hear of new ones too. */
  readonly settings: SettingsPort;
  /**
   * Must be called inside a click or key handler, before any await: browsers tie the clipboard to the gesture. A text that
   * is not there yet is waited for; where its promise rejects, nothing is copied.
   */
  readonly copy: (text: ReportText | Promise<ReportText>) => Promise<CopyResult>;
  /** Absent where the browser cannot do it. */
  readonly openSource?: OpenSource | undefined;
  readonly revealInNetwork?: RevealInNetwork | undefined;
  /**
   * Opens the viewer of recordings over the panel, with these files or with a file chooser. Absent in the viewer itself. It
   * is a port because the viewer contains a panel: the panel's modules must not import it. Rejects if it cannot be loaded.
   */
  readonly openViewer?: ((ports: PanelPorts, files: readonly File[]) => Promise<void>) | undefined;
  /** Faultline's version. */
  readonly version: string;
};
