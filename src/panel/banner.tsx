import { formatCount } from "./format-amount.ts";
import type { FeedStatus } from "../exchange/feed.ts";
import "./banner.css";
import { Icon } from "./icon.tsx";

type Props = { readonly status: FeedStatus };

/** Says above the timeline that it is not complete, or will not grow any more. */
export function Banner({ status }: Props) {
  const messages = readBanners(status);
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
  if (status.disconnected)
    messages.push(
      "Faultline was updated or removed while DevTools was open. Nothing new is recorded; close and reopen DevTools. What is here can still be read and copied.",
    );
  const gone = [
    dropped.successes > 0 ? `${formatCount(dropped.successes)} successes` : "",
    dropped.failures > 0 ? `${formatCount(dropped.failures)} errors` : "",
    dropped.bodies > 0 ? `the bodies of ${formatCount(dropped.bodies)} calls` : "",
  ].filter((part) => part !== "");
  if (gone.length > 0) messages.push(`Dropped to stay under the recorder’s limits, oldest first: ${gone.join(", ")}.`);
  return messages;
}
