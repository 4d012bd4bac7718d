/** An error ends a stream, so it is looked for from the end. */
const MOST_EVENTS = 50;
const MOST_CHARACTERS = 200_000;

/**
 * The data of the last events of an event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html), last
 * first; none where the text is no event stream.
 */
export function eventData(text: string): readonly string[] {
  if (!/^\uFEFF?(?:event|data|id|retry|)\s{0,2}:/.test(text.slice(0, 20))) return [];
  const events = text.slice(-MOST_CHARACTERS).split(/\r\n\r\n|\n\n|\r\r/);
  const found: string[] = [];
  for (let index = events.length - 1; index >= 0 && found.length < MOST_EVENTS; index -= 1) {
    const lines = (events[index] ?? "").split(/\r\n|\n|\r/).filter((line) => line.startsWith("data:"));
    const data = lines.map((line) => line.slice("data:".length).replace(/^ /, "")).join("\n");
    if (data !== "") found.push(data);
  }
  return found;
}
