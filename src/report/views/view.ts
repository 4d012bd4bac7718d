/** A stretch of a part's original text, end exclusive, in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

/** How a placeholder must be written where it lands: "url" needs no escaping anywhere, "text" is the full form. */
export type MarkStyle = "text" | "url";

/**
 * Text to search, and how its positions map back to the part it came from. A view is the part itself, a slice of it,
 * or a decoded reading (JSON string, percent, entities, base64) of a slice.
 */
export type View = {
  readonly text: string;
  /** Offset in the part of the unit at `index`; `index` may be the length. */
  readonly at: (index: number) => number;
  /** Set where positions inside cannot be cut one by one (base64, hex): the whole encoded run goes instead. */
  readonly opaque: Span | null;
  readonly style: MarkStyle;
  /** Slices and decodings between the part and this text. */
  readonly depth: number;
  /** Whether anything between the part and this text was decoded. */
  readonly decoded: boolean;
};

/** A decoded text with, per unit, the offset it came from; `offsets` has one more for the end. */
export type Decoded = { readonly text: string; readonly offsets: Uint32Array };

/** Readings must not nest deeper than this; what lies below is searched for formats and known secrets only. */
export const MAX_DEPTH = 16;

export function rootView(text: string, style: MarkStyle): View {
  return { text, at: (index) => index, opaque: null, style, depth: 0, decoded: false };
}

/** A slice of a view, not decoded. */
export function sliceView(view: View, start: number, end: number, style: MarkStyle = view.style): View {
  return {
    text: view.text.slice(start, end),
    at: (index) => view.at(start + index),
    opaque: view.opaque,
    style,
    depth: view.depth + 1,
    decoded: view.decoded,
  };
}

/** A decoded reading of a slice of `view` whose offsets count from the start of `view`. */
export function decodedView(view: View, decoded: Decoded, style: MarkStyle = view.style): View {
  const { text, offsets } = decoded;
  return {
    text,
    at: (index) => view.at(offsets[index] ?? offsets[offsets.length - 1] ?? 0),
    opaque: view.opaque,
    style,
    depth: view.depth + 1,
    decoded: true,
  };
}

/** A reading whose single characters cannot be cut in the original (base64, hex dump). */
export function opaqueView(view: View, text: string, start: number, end: number): View {
  const span = spanOf(view, start, end);
  return { text, at: () => span.start, opaque: span, style: view.style, depth: view.depth + 1, decoded: true };
}

/** The part's own span for a span of the view. */
export function spanOf(view: View, start: number, end: number): Span {
  return view.opaque ?? { start: view.at(start), end: view.at(end) };
}

/** Collects decoded units with their offsets; runs without escapes are copied whole. */
export function decodedBuilder(capacity: number): {
  readonly copy: (text: string, start: number, end: number) => void;
  readonly add: (units: string, offset: number) => void;
  readonly done: (end: number) => Decoded;
} {
  const offsets = new Uint32Array(capacity + 1);
  const pieces: string[] = [];
  let length = 0;
  return {
    copy: (text, start, end) => {
      if (start === end) return;
      pieces.push(text.slice(start, end));
      for (let index = start; index < end; index++) offsets[length++] = index;
    },
    add: (units, offset) => {
      pieces.push(units);
      for (let index = 0; index < units.length; index++) offsets[length++] = offset;
    },
    done: (end) => {
      offsets[length] = end;
      return { text: pieces.join(""), offsets: offsets.subarray(0, length + 1) };
    },
  };
}
