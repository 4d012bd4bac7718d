import type { Feed, FeedChange, FeedRecord, Unsubscribe } from "./feed.ts";
import { createListeners } from "./listeners.ts";

/** What a user adds to a recorded call. */
export type Annotation = {
  readonly isPinned: boolean;
  /** What they were doing; "" for none. */
  readonly note: string;
};
export type Annotations = Readonly<Record<string, Annotation>>;

/** A feed with what the user adds to the recording: it outlives a panel's page, and goes with the calls it is about. */
export type AnnotatedFeed = Feed & {
  /** By exchange id; only ids that have any. A new object after each change. */
  readonly annotations: () => Annotations;
  readonly annotate: (id: string, change: Partial<Annotation>) => void;
  /** Called after each change of an annotation, also when a clear took them away. */
  readonly subscribeAnnotations: (listener: () => void) => Unsubscribe;
  /** Brings back what the last `clear` removed, unless it was forgotten since. */
  readonly undoClear: () => void;
  /** Lets go of what the last `clear` removed. */
  readonly forgetCleared: () => void;
};

const NOTHING: Annotation = { isPinned: false, note: "" };
const LONGEST_NOTE = 4_000;

/**
 * Adds pins, notes and the undoing of a clear to a recorder's feed. What a clear removes is kept aside here until the
 * next clear or `forgetCleared`; a restored clear goes before the recorder's own records.
 */
export function annotateFeed(feed: Feed): AnnotatedFeed {
  let annotations: Annotations = {};
  let restored: readonly FeedRecord[] = [];
  let cleared: { readonly records: readonly FeedRecord[]; readonly annotations: Annotations } | undefined;
  const listeners = createListeners<FeedChange>({ areOfOtherPages: true });
  const annotationListeners = createListeners({ areOfOtherPages: true });

  const setAnnotations = (next: Annotations): void => {
    annotations = next;
    annotationListeners.tell();
  };
  feed.subscribe((change) => {
    // A navigation that drops the old page's calls also drops those that were restored.
    if (change.cleared && !change.status.preserveLog) restored = [];
    listeners.tell(change);
  });
  const snapshot: Feed["snapshot"] = () => {
    const { records, status } = feed.snapshot();
    return { records: restored.length === 0 ? records : [...restored, ...records], status };
  };
  return {
    ...feed,
    snapshot,
    subscribe: listeners.subscribe,
    clear: () => {
      cleared = { records: snapshot().records, annotations };
      restored = [];
      setAnnotations({});
      feed.clear();
    },
    undoClear: () => {
      if (cleared === undefined) return;
      restored = cleared.records;
      setAnnotations({ ...cleared.annotations, ...annotations });
      cleared = undefined;
      listeners.tell({ added: [], cleared: true, status: feed.snapshot().status });
    },
    forgetCleared: () => {
      cleared = undefined;
    },
    annotations: () => annotations,
    annotate: (id, change) => {
      const { isPinned, note } = { ...(annotations[id] ?? NOTHING), ...change };
      const { [id]: _, ...others } = annotations;
      const isEmpty = !isPinned && note === "";
      setAnnotations(isEmpty ? others : { ...others, [id]: { isPinned, note: note.slice(0, LONGEST_NOTE) } });
    },
    subscribeAnnotations: annotationListeners.subscribe,
  };
}

/** The feed itself if it is already annotated, as the DevTools page hands it over; otherwise with its own annotations. */
export function asAnnotated(feed: Feed | AnnotatedFeed): AnnotatedFeed {
  return "annotate" in feed ? feed : annotateFeed(feed);
}
