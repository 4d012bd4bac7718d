/** More different texts than this are the exception: then what is remembered is let go, and remembered anew. */
const MOST = 200;

/**
 * The same function, which works out its result only once for each text. For what is asked again and again with few
 * texts, as a recorder asks for the host of each request.
 */
export function remembered<Result>(workOut: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known.result;
    const result = workOut(text);
    if (results.size >= MOST) results.clear();
    results.set(text, { result });
    return result;
  };
}
