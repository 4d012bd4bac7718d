import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A part of the settings under its heading. */
export function SettingsSection({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="settings-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
