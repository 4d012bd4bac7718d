import { asArray, asNumber, asRecord, asString, asText } from "../json-fields.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A JSON report of Faultline (`report --format json`, one call or `{events}`) as HAR entries, from which the same rows
 * are decoded; undefined if the value is not such a report. Redacted parts stay redacted.
 */
export function entriesOfJsonReport(value: unknown): readonly unknown[] | undefined {
  const fields = asRecord(value);
  if (fields === undefined) return undefined;
  const events = Array.isArray(fields["events"]) ? asArray(fields["events"]) : [fields];
  const entries = events.map(asRecord);
  if (entries.length === 0 || !entries.every(isEvent)) return undefined;
  return entries.filter(isEvent).map(entryOf);
}

function isEvent(fields: Fields | undefined): fields is Fields {
  return (
    fields !== undefined &&
    asText(fields["url"]) !== null &&
    asText(fields["method"]) !== null &&
    asRecord(fields["request"]) !== undefined &&
    asRecord(fields["response"]) !== undefined
  );
}

function entryOf(event: Fields): Fields {
  const request = asRecord(event["request"]) ?? {};
  const response = asRecord(event["response"]) ?? {};
  const sent = asRecord(request["body"]) ?? {};
  const received = asRecord(response["body"]) ?? {};
  const params = asArray(sent["fields"]);
  const text = asString(sent["text"]);
  const answer = asString(received["text"]);
  return {
    startedDateTime: event["at"],
    time: asNumber(event["durationMs"]) ?? 0,
    request: {
      method: event["method"],
      url: event["url"],
      headers: asArray(request["headers"]),
      ...(text === undefined && params.length === 0 ? {} : { postData: { text: text ?? "", params } }),
    },
    response: {
      status: asNumber(event["status"]) ?? 0,
      statusText: asString(event["statusText"]) ?? "",
      headers: asArray(response["headers"]),
      content: answer === undefined ? { size: received["kind"] === "empty" ? 0 : -1 } : { text: answer },
      redirectURL: asText(event["redirectUrl"]) ?? "",
      _error: asText(event["error"]),
    },
    timings: asRecord(event["timings"]) ?? {},
  };
}
