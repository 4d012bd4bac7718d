import { useMemo, useState } from "preact/hooks";
import { describeAbsence } from "../../exchange/absence.ts";
import type { Body, Recorder, Truncation } from "../../exchange/exchange.ts";
import { formatBytes, formatCount } from "../format-amount.ts";
import "./body-view.css";
import { type JsonLine, layOutJson } from "./json-lines.ts";

type Props = { readonly body: Body; readonly recorder: Recorder; readonly label: string };

/** A body as received: JSON laid out, other text as it is, and its absence in words. */
export function BodyView({ body, recorder, label }: Props) {
  switch (body.kind) {
    case "empty":
      return <p class="quiet">{label} is empty.</p>;
    case "unavailable":
      return <p class="absence">{describeAbsence(body.reason, recorder)}</p>;
    case "binary":
      return (
        <>
          <Cut truncated={body.truncated} />
          <p class="quiet">Binary, {formatBytes(Math.floor((body.base64.length * 3) / 4))}. It is not shown.</p>
        </>
      );
    case "text":
      return (
        <>
          <Cut truncated={body.truncated} />
          <TextBody text={body.text} label={label} key={body.text.length} />
        </>
      );
  }
}

const CUT_BY: Readonly<Record<Truncation["by"], string>> = {
  browser: "The browser handed over only the first part of this body",
  faultline: "Faultline kept only the first part of this body",
  network: "The connection ended before the body was complete",
};

function Cut({ truncated }: { readonly truncated: Truncation | undefined }) {
  if (truncated === undefined) return null;
  const total = truncated.totalBytes === undefined ? "" : ` (${formatBytes(truncated.totalBytes)} in all)`;
  return <p class="absence">{`${CUT_BY[truncated.by]}${total}.`}</p>;
}

/** What is put on screen at first, and by how much more each time: layout of very long text freezes browsers. */
const LINES_AT_ONCE = 1_000;
const CHARACTERS_AT_ONCE = 50_000;

function TextBody({ text, label }: { readonly text: string; readonly label: string }) {
  const [raw, setRaw] = useState(false);
  const [portions, setPortions] = useState(1);
  const lines = useMemo(() => layOutJson(text), [text]);
  const laidOut = !raw && lines !== undefined;
  const left = laidOut ? lines.length - portions * LINES_AT_ONCE : text.length - portions * CHARACTERS_AT_ONCE;
  return (
    <div class="body-view">
      <div class="body-bar">
        {lines === undefined ? (
          <span class="quiet">Not JSON: shown as received.</span>
        ) : (
          <label class="check">
            <input type="checkbox" checked={raw} onChange={(event) => setRaw(event.currentTarget.checked)} />
            Raw
          </label>
        )}
        <span class="quiet">{formatCount(text.length)} characters</span>
      </div>
      <pre class="code" tabIndex={0} aria-label={label}>
        {laidOut
          ? lines.slice(0, portions * LINES_AT_ONCE).map((line, index) => <Line line={line} key={index} />)
          : text.slice(0, portions * CHARACTERS_AT_ONCE)}
      </pre>
      {left > 0 && (
        <button type="button" class="button" onClick={() => setPortions(portions + 1)}>
          Show more ({formatCount(left)} {laidOut ? "lines" : "characters"} left)
        </button>
      )}
    </div>
  );
}

function Line({ line }: { readonly line: JsonLine }) {
  return (
    <>
      {" ".repeat(line.indent)}
      {line.key !== null && (
        <>
          <span class="json-key">{line.key}</span>
          {": "}
        </>
      )}
      <span class={`json-${line.kind}`}>{line.value}</span>
      {"\n"}
    </>
  );
}
