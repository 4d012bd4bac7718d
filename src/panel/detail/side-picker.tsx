import { detailWords } from "../words/english/detail.ts";

/** Where the details stand: beside the timeline, below it, or as there is room. */
export type Side = "auto" | "right" | "below";

type Props = { readonly side: Side; readonly onSide: (side: Side) => void };

/** The choice of where the details stand. */
export function SidePicker({ side, onSide }: Props) {
  const sides: readonly (readonly [Side, string])[] = [
    ["auto", detailWords.detailSideAuto],
    ["right", detailWords.detailSideRight],
    ["below", detailWords.detailSideBelow],
  ];
  return (
    <select
      class="button"
      aria-label={detailWords.detailSide}
      title={detailWords.detailSide}
      value={side}
      onChange={(event) => {
        const chosen = sides.find(([name]) => name === event.currentTarget.value);
        if (chosen !== undefined) onSide(chosen[0]);
      }}
    >
      {sides.map(([name, title]) => (
        <option value={name} key={name}>
          {title}
        </option>
      ))}
    </select>
  );
}
