import type { ComponentChild } from "preact";

/** Drawn on a 16 × 16 grid. Solid shapes are filled, all others are strokes in the text's colour. */
const SHAPES = {
  record: <circle class="icon-solid" cx="8" cy="8" r="5" />,
  recording: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <rect class="icon-solid" x="5.5" y="5.5" width="5" height="5" rx="1" />
    </>
  ),
  clear: <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 4.2l7.6 7.6" />,
  filter: <path d="M2.5 3.5h11L9.5 8.5v4l-3 1.5V8.5z" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  copy: <path d="M6 5.5h7v8H6zM10 5.5v-3H3v8h3" />,
  check: <path d="M3 8.5l3.5 3.5L13 4.5" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
  question: <path d="M5.5 6a2.5 2.5 0 1 1 3.8 2.1c-.8.5-1.3.900-1.3 1.9M8 12.5v.5" />,
  clock: <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 1.5" />,
  retry: <path d="M13 8a5 5 0 1 1-1.5-3.55M13 2.5v2.5h-2.5" />,
  no: <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM5.5 8h5" />,
  warning: <path d="M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.2" />,
  info: <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 7.5v3M8 5.3v.2" />,
  link: <path d="M9.5 3H13v3.5M13 3L7.5 8.5M6.5 4H3v9h9V9.5" />,
  up: <path d="M3.5 10L8 5.5l4.5 4.5" />,
  down: <path d="M3.5 6L8 10.5 12.5 6" />,
  ascending: <path d="M4.5 9.5L8 6l3.5 3.5" />,
  descending: <path d="M4.5 6.5L8 10l3.5-3.5" />,
  folded: <path d="M6 4l4 4-4 4" />,
  expanded: <path d="M4 6l4 4 4-4" />,
  pin: <path d="M5.5 2.5h5M6.5 2.5v5L4.5 9.5h7l-2-2v-5M8 9.5v4" />,
  note: <path d="M3 3h10v7l-3 3H3zM5.5 6h5M5.5 8.5h3" />,
  search: <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5l3 3" />,
  settings: (
    <path d="M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.400 3.400l1.400 1.400M11.200 11.200l1.400 1.400M12.600 3.400l-1.400 1.400M4.800 11.200l-1.400 1.400" />
  ),
  more: <path d="M4 4l4 4-4 4M9 4l4 4-4 4" />,
  navigate: <path d="M3 8h9M8.5 4.5L12 8l-3.5 3.5" />,
} satisfies Record<string, ComponentChild>;

export type IconName = keyof typeof SHAPES;

type Props = { readonly name: IconName };

/** A picture beside words: hidden from screen readers, so the words must say it all. */
export function Icon({ name }: Props) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
