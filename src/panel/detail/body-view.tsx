import { useState } from "preact/hooks";
import { describeAbsence } from "../../exchange/absence.ts";
import type { Body, Recorder, Truncation } from "../../exchange/exchange.ts";
import type { BodyPick } from "../../report/output/body-pick.ts";
import { formatBytes, formatCount } from "../words/format-amount.ts";
import { JsonBody } from "../json-tree/json-body.tsx";
import { useNodes } from "../json-tree/use-nodes.ts";
import { RawBody } from "./raw-body.tsx";
import { detailWords } from "../words/english/detail.ts";

type Props = {
  readonly body: Body;
  readonly recorder: Recorder;
  readonly side: BodyPick["side"];
  readonly onPick: (pick: BodyPick) => void;
};

/** A body as received: JSON as a tree, other text as it is, and its absence in words. */
export function BodyView({ body, recorder, side, onPick }: Props) {
  switch (body.kind) {
    case "empty":
      return <p class="quiet">{side === "request" ? detailWords.bodyRequestEmpty : detailWords.bodyResponseEmpty}</p>;
    case "unavailable":
      return <p class="absence">{describeAbsence(body.reason, recorder)}</p>;
    case "binary":
      return (
        <>
          <Cut truncated={body.truncated} />
          <p class="quiet">{detailWords.bodyBinary(formatBytes(Math.floor((body.base64.length * 3) / 4)))}</p>
        </>
      );
    case "text":
      return (
        <>
          <Cut truncated={body.truncated} />
          <TextBody received={body.text} wasCut={body.truncated !== undefined} side={side} onPick={onPick} />
        </>
      );
  }
}

function Cut({ truncated }: { readonly truncated: Truncation | undefined }) {
  if (truncated === undefined) return null;
  const total =
    truncated.totalBytes === undefined ? "" : ` ${detailWords.bodyTotal(formatBytes(truncated.totalBytes))}`;
  return <p class="absence">{`${describeCut(truncated.by)}${total}`}</p>;
}

function describeCut(by: Truncation["by"]): string {
  switch (by) {
    case "browser":
      return detailWords.bodyCutByBrowser;
    case "faultline":
      return detailWords.bodyCutByFaultline;
    case "network":
      return detailWords.bodyCutByNetwork;
  }
}

type TextProps = Pick<Props, "side" | "onPick"> & { readonly received: string; readonly wasCut: boolean };

function TextBody({ received, wasCut, side, onPick }: TextProps) {
  const [raw, setRaw] = useState(false);
  const nodes = useNodes(received, wasCut);
  const label = side === "request" ? detailWords.bodyRequest : detailWords.bodyResponse;
  const showsTree = nodes !== undefined && !raw;
  return (
    <div class="body-view">
      <div class="body-bar">
        {nodes === undefined ? (
          <span class="quiet">{detailWords.bodyNoJson}</span>
        ) : (
          <label class="check">
            <input type="checkbox" checked={raw} onChange={(event) => setRaw(event.currentTarget.checked)} />
            {detailWords.bodyRaw}
          </label>
        )}
        <span class="quiet">{detailWords.bodyCharacters(formatCount(received.length))}</span>
        {!showsTree && (
          <button
            type="button"
            class="button"
            title={detailWords.jsonCopyValueHint}
            onClick={() => onPick({ side, want: "value", start: 0, end: received.length, isString: false })}
          >
            {detailWords.bodyCopy}
          </button>
        )}
      </div>
      {showsTree ? (
        nodes === "reading" ? (
          <p class="quiet" role="status">
            {detailWords.bodyReading}
          </p>
        ) : (
          <JsonBody nodes={nodes} label={label} side={side} onPick={onPick} key={received.length} />
        )
      ) : (
        <RawBody text={received} label={label} key={received.length} />
      )}
    </div>
  );
}
