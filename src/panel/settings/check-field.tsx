type Props = {
  readonly title: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A switch that holds at once. */
export function CheckField({ title, checked, onChange }: Props) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {title}
    </label>
  );
}
