import { GENERIC_ID } from "../../catalogue/generic-host.ts";
import type { Provider } from "../../catalogue/provider.ts";
import type { FeedStatus } from "../../exchange/feed.ts";
import { countWords } from "../words/format-amount.ts";
import { usePresent } from "../preview/presentation.ts";
import { text } from "../text/text.ts";

type Props = {
  readonly hosts: FeedStatus["otherHosts"];
  readonly providers: readonly Provider[];
  readonly onWatch: (host: string, providerId: string) => void;
};

/** Hosts that were seen and are not watched: one click watches one, or it is mapped to an API, as a staging host. */
export function UnwatchedHosts({ hosts, providers, onWatch }: Props) {
  const present = usePresent();
  return (
    <table class="hosts">
      <caption>{text("hostsSeen")}</caption>
      <tbody>
        {hosts.map(({ host, count }) => (
          <tr key={host}>
            <th scope="row">{present(host, { kind: "text" })}</th>
            <td class="quiet">{countWords("emptySeenOne", "emptySeen", count)}</td>
            <td class="hosts-actions">
              <button
                type="button"
                class="button"
                aria-label={text("hostsWatchHost", present(host, { kind: "text" }))}
                onClick={() => onWatch(host, GENERIC_ID)}
              >
                {text("hostsWatch")}
              </button>{" "}
              <select
                class="host-choice"
                aria-label={text("hostsWatchAsName", present(host, { kind: "text" }))}
                value=""
                onChange={(event) => onWatch(host, event.currentTarget.value)}
              >
                <option value="" disabled>
                  {text("hostsWatchAs")}
                </option>
                {providers
                  .filter(({ id }) => id !== GENERIC_ID)
                  .map(({ id, name }) => (
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
