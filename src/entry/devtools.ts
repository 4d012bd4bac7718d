import { askDocumentStart, isConnected, listenToNetwork, readBrowserName } from "../browser/network-events.ts";
import { createPanel } from "../browser/panels.ts";
import { createRecorder } from "../browser/recorder.ts";
import { createSettingsStore } from "../browser/settings-store.ts";
import { createTheme } from "../browser/theme.ts";
import { watchedProviders } from "./watched-providers.ts";

const settings = createSettingsStore();
const recorder = createRecorder(
  { browser: readBrowserName(), now: Date.now, askDocumentStart, isConnected, providers: watchedProviders },
  settings.current(),
);
// At once, before anything that takes time: what happens before this line is never told of.
listenToNetwork(recorder);

settings.subscribe(recorder.configure);
void settings.loaded.then(() => recorder.feed.setPreserveLog(settings.current().preserveLog));
void createPanel({ feed: recorder.feed, theme: createTheme() });
