import type { ComponentChildren } from "preact";

type SectionProps = { readonly title: string; readonly children: ComponentChildren };

/** A titled part of a tab. */
export function Section({ title, children }: SectionProps) {
  return (
    <section class="section">
      <h3 class="section-title">{title}</h3>
      {children}
    </section>
  );
}

type FactsProps = { readonly facts: readonly (readonly [name: string, value: ComponentChildren])[] };

/** Name and value pairs. Those whose value is null or "" are left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === null || value === "" ? null : (
          <div class="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
