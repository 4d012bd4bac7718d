import type { FeedStatus } from "../../exchange/feed.ts";
import type { SettingsProblem } from "../../settings/settings-problem.ts";
import "./banner.css";
import { Icon } from "../controls/icon.tsx";
import { settingsProblemText } from "../settings/problem-words.ts";
import { panelWords } from "../words/english/panel.ts";

type Props = { readonly status: FeedStatus; readonly problems: readonly SettingsProblem[] };

/** Says above the timeline that it is not complete, or will not grow any more. */
export function Banner({ status, problems }: Props) {
  const messages = [...readBanners(status), ...problems.map(settingsProblemText)];
  return (
    <>
      {messages.map((message) => (
        <p class="banner" role="status" key={message}>
          <Icon name="warning" />
          <span>{message}</span>
        </p>
      ))}
    </>
  );
}

/** What limits the timeline right now, as sentences; none while all is well. */
export function readBanners(status: FeedStatus): readonly string[] {
  const { dropped } = status;
  const messages: string[] = [];
  if (status.disconnected) messages.push(panelWords.bannerDisconnected);
  const gone = [
    dropped.successes > 0 ? panelWords.bannerSuccesses(dropped.successes) : "",
    dropped.failures > 0 ? panelWords.bannerErrors(dropped.failures) : "",
    dropped.bodies > 0 ? panelWords.bannerBodies(dropped.bodies) : "",
  ].filter((part) => part !== "");
  if (gone.length > 0) messages.push(panelWords.bannerDropped(gone.join(", ")));
  return messages;
}
