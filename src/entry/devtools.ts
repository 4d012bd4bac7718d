import { askDocumentStart, isConnected, listenToNetwork, readBrowserName } from "../browser/network-events.ts";
import { createOwnProvidersStore } from "../browser/own-providers-store.ts";
import { createPanel } from "../browser/panels.ts";
import { createRecorder } from "../browser/recorder.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import { createTheme } from "../browser/theme.ts";
import { annotateFeed } from "../exchange/annotated-feed.ts";
import { watchedProviders } from "./watched-providers.ts";

const settings = createSettingsStore();
const ownProviders = createOwnProvidersStore();
const recorder = createRecorder(
  { browser: readBrowserName(), now: Date.now, askDocumentStart, isConnected, providers: watchedProviders },
  settings.current(),
);
// At once, before anything that takes time: the browser never reports requests that finish before this line.
listenToNetwork(recorder);

const configure = (): void =>
  recorder.configure({ ...settings.current(), ownProviders: ownProviders.current().map(({ watched }) => watched) });
settings.subscribe(configure);
ownProviders.subscribe(configure);
void settings.loaded.then(() => recorder.feed.setPreserveLog(settings.current().preserveLog));
void createPanel({ feed: annotateFeed(recorder.feed), theme: createTheme() });
