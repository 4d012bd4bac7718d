import type { Provider } from "../../catalogue/provider.ts";
import { type Meters, readMeters } from "../../timing/meters.ts";
import type { Clock } from "../feed/clock.ts";
import { byMeterId, meterName } from "../words/meter-words.ts";
import { usePresent } from "../preview/presentation.ts";
import { LimitCard } from "./limit-card.tsx";
import { limitsWords } from "../words/english/limits.ts";

type Props = {
  readonly meters: Meters;
  readonly providerOf: (providerId: string) => Provider | undefined;
  readonly clock: Clock;
};

/** Every window seen, by API and key: what is left, how fast it goes, who spends it and which plan it looks like. */
export function LimitsView({ meters, providerOf, clock }: Props) {
  const present = usePresent();
  const readings = readMeters(meters, clock.now.value).toSorted(byMeterId);
  return (
    <section class="limits-view" aria-label={limitsWords.limitsName} tabIndex={0}>
      <h2 class="spoken">{limitsWords.limitsName}</h2>
      {readings.length === 0 ? (
        <p class="quiet">{limitsWords.limitsEmpty}</p>
      ) : (
        <ul class="limit-cards">
          {readings.map((reading) => {
            const provider = providerOf(reading.api);
            return (
              <LimitCard
                key={reading.id}
                reading={reading}
                name={present(meterName(reading, readings, provider?.name ?? reading.api), { kind: "text" })}
                provider={provider}
                clock={clock}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
}
