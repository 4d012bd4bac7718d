/** With more different texts than this, all results are dropped and worked out again as they are needed. */
const MOST_RESULTS = 200;

/**
 * The same function, which works out its result once for each text. For a few texts that come again and again, as a
 * recorder asks for the host of each request.
 */
export function memoize<Result>(workOut: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known.result;
    const result = workOut(text);
    if (results.size >= MOST_RESULTS) results.clear();
    results.set(text, { result });
    return result;
  };
}
