import type { Provider } from "../catalogue/provider.ts";
import type { FeedStatus } from "../exchange/feed.ts";
import { formatPlural } from "./format-amount.ts";

type Props = {
  readonly hosts: FeedStatus["otherHosts"];
  readonly providers: readonly Provider[];
  readonly onWatch: (host: string, providerId: string) => void;
};

/** Hosts that were seen and are not watched; each can be mapped to an API, as for localhost or a staging host. */
export function UnwatchedHosts({ hosts, providers, onWatch }: Props) {
  return (
    <table class="hosts">
      <caption>Hosts seen and not watched</caption>
      <tbody>
        {hosts.map(({ host, count }) => (
          <tr key={host}>
            <th scope="row">{host}</th>
            <td class="quiet">{formatPlural(count, "request")}</td>
            <td>
              <select
                class="host-choice"
                aria-label={`Watch ${host} as`}
                value=""
                onChange={(event) => onWatch(host, event.currentTarget.value)}
              >
                <option value="" disabled>
                  Watch as…
                </option>
                {providers.map(({ id, name }) => (
                  <option value={id} key={id}>
                    {name}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
