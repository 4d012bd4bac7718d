/** Answers that are waited for only so long. */
export type Deadlines = {
  /** The result or rejection of `answer`; `late` if it has not settled in time. */
  readonly within: <Value>(answer: Promise<Value>, late: Value) => Promise<Value>;
};

type Awaited = { readonly until: number; readonly giveUp: () => void };

/**
 * Gives each answer `timeoutMs` from when it was asked for. One timer serves them all, for all wait equally long: a
 * timer for each answer cost the recorder as much as reading its entry.
 */
export function createDeadlines(timeoutMs: number): Deadlines {
  // In the order in which they were asked for, and so in that of their deadlines.
  const awaited = new Set<Awaited>();
  let isTimed = false;

  const giveUpLate = (): void => {
    isTimed = false;
    const now = performance.now();
    for (const answer of awaited) {
      if (answer.until > now) {
        wait(answer.until - now);
        return;
      }
      awaited.delete(answer);
      answer.giveUp();
    }
  };
  const wait = (ms: number): void => {
    isTimed = true;
    setTimeout(giveUpLate, ms);
  };

  return {
    within: (answer, late) =>
      new Promise((resolve, reject) => {
        const entry = { until: performance.now() + timeoutMs, giveUp: () => resolve(late) };
        awaited.add(entry);
        if (!isTimed) wait(timeoutMs);
        answer.then(
          (value) => {
            awaited.delete(entry);
            resolve(value);
          },
          (error: unknown) => {
            awaited.delete(entry);
            reject(error);
          },
        );
      }),
  };
}
