/** How a failed exchange is named in a sentence: "a 429" or "a request that got no response". */
export function aResponse(status: number): string {
  return status === 0 ? "a request that got no response" : `a ${status}`;
}
