import { emptyWords } from "../words/english/empty.ts";
import type { SkippedHost } from "../../exchange/feed.ts";
import { usePresent } from "../preview/presentation.ts";

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
        <caption>{emptyWords.hostsSkipped}</caption>
        <tbody>
          {hosts.slice(0, MOST_HOSTS).map(({ host, calls, failures }) => (
            <tr key={host}>
              <th scope="row">{present(host, { kind: "text" })}</th>
              <td class="quiet">{emptyWords.hostsCalls(calls)}</td>
              <td class="quiet">{emptyWords.hostsFailures(failures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="button" onClick={onRecordAll}>
        {emptyWords.hostsRecordAll}
      </button>
    </>
  );
}
