import type { Secret } from "../taint/table.ts";
import { spanOf, type Span, type View } from "../views/view.ts";
import { BY_HAND } from "./chosen.ts";
import { WITHHELD } from "./mark.ts";

/**
 * One redacted item that the user wants back in the report. `id` is that of a `RedactionPlace` of an earlier result. A
 * credential comes back only with `confirmedCredential`, which stands for a step of its own; without it there is no
 * report at all.
 */
export type KeptItem = { readonly id: string; readonly confirmedCredential?: boolean };

/** Kinds whose marks stand for no single value that could come back: bodies, files, what the user marked. */
const NEVER_BACK: ReadonlySet<string> = new Set([WITHHELD, BY_HAND, "file", "whole", "unreadable"]);
/** Personal or organisational, but nothing that opens a door. Everything else counts as a credential. */
const NO_CREDENTIALS: ReadonlySet<string> = new Set(["email", "ip", "personal", "address", "organization-id"]);

/** Whether keeping a value of this kind needs the second step. */
export function isCredentialKind(kind: string): boolean {
  return !NO_CREDENTIALS.has(kind);
}

/** Whether a single value of this kind can come back at all. */
export function canBeKept(kind: string): boolean {
  return !NEVER_BACK.has(kind);
}

/** Which secrets the user wants back. */
export type Keep = {
  readonly has: (secret: Secret) => boolean;
  /** Stretches in which confirmed credentials stand: what is inside one was confirmed with it. */
  readonly spans: (views: readonly View[]) => readonly Span[];
};

/** `values`: how the secrets read, by their id. Ids of no secret of this report are ignored. */
export function keeper(items: readonly KeptItem[], values: ReadonlyMap<string, string>): Keep {
  const ids = new Set(items.map(({ id }) => id));
  const confirmed = items.flatMap(({ id, confirmedCredential }) => {
    const value = confirmedCredential === true ? values.get(id) : undefined;
    return value === undefined ? [] : [value];
  });
  return {
    has: ({ id, kind }) => canBeKept(kind) && ids.has(id),
    spans: (views) =>
      confirmed.flatMap((value) =>
        views.flatMap((view) => occurrences(view.text, value).map((at) => spanOf(view, at, at + value.length))),
      ),
  };
}

function occurrences(text: string, value: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) found.push(at);
  return found;
}

/** Whether a stretch lies inside one of these. */
export function isInside({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => start >= span.start && end <= span.end);
}
