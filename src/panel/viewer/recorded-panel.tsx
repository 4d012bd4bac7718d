import { useEffect, useMemo, useRef } from "preact/hooks";
import type { ImportedRecording } from "../import/imported-recording.ts";
import { createStaticFeed } from "../import/static-feed.ts";
import { mount } from "../shell/mount.tsx";
import type { PanelPorts } from "../shell/ports.ts";
import { viewerSettings } from "./viewer-settings.ts";

type Props = { readonly recording: ImportedRecording; readonly ports: Omit<PanelPorts, "feed"> };

/** The panel on a finished recording. Its clock stands at the recording's end: waits show as they stood then. */
export function RecordedPanel({ recording, ports }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const settings = useMemo(() => viewerSettings(ports.settings), [ports.settings, recording]);
  useEffect(() => {
    if (root.current === null) return undefined;
    return mount(root.current, {
      ...ports,
      settings,
      feed: createStaticFeed(recording),
      now: recording.endedAt === 0 ? ports.now : () => recording.endedAt,
      // These are about the inspected page, not the recorded one.
      openSource: undefined,
      revealInNetwork: undefined,
      openViewer: undefined,
    });
  }, [recording]);
  return <div class="viewer-panel" ref={root} />;
}
