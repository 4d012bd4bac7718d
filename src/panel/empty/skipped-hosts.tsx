import type { SkippedHost } from "../../exchange/feed.ts";
import { countWords } from "../words/format-amount.ts";
import { usePresent } from "../preview/presentation.ts";
import { text } from "../text/text.ts";

type Props = {
  /** The most recent first. */
  readonly hosts: readonly SkippedHost[];
  readonly onRecordAll: () => void;
};

const MOST_HOSTS = 20;

/** Hosts whose calls are not recorded because they have no document, and the button that records them from now on. */
export function SkippedHosts({ hosts, onRecordAll }: Props) {
  const present = usePresent();
  return (
    <>
      <table class="hosts">
        <caption>{text("hostsSkipped")}</caption>
        <tbody>
          {hosts.slice(0, MOST_HOSTS).map(({ host, calls, failures }) => (
            <tr key={host}>
              <th scope="row">{present(host, { kind: "text" })}</th>
              <td class="quiet">{countWords("hostsCallOne", "hostsCalls", calls)}</td>
              <td class="quiet">{countWords("hostsFailureOne", "hostsFailures", failures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="button" onClick={onRecordAll}>
        {text("hostsRecordAll")}
      </button>
    </>
  );
}
