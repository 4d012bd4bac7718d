import { type BackoffPolicy, DEFAULT_BACKOFF } from "../backoff.ts";
import { pauseCode } from "./pause-code.ts";
import type { RetryClient, RetryCodeFacts } from "./retry-code-facts.ts";

/**
 * A module in plain JavaScript that repeats failed calls of one API as carefully as `backoffSchedule` proposes, ready to
 * be pasted. A suggestion of ours, and says so. Written for ky 2 and axios 1; needs nothing else.
 */
export function retryCode(client: RetryClient, facts: RetryCodeFacts, policy: BackoffPolicy = DEFAULT_BACKOFF): string {
  const head = "// A suggestion of Faultline's, not the server's word.";
  return `${head}\n${IMPORTS[client]}${pauseCode(facts, policy, REPEATABLE[client])}\n${CLIENTS[client]}`;
}

const IMPORTS: Readonly<Record<RetryClient, string>> = {
  fetch: "",
  ky: 'import ky from "ky";\n\n',
  axios: 'import axios from "axios";\n\n',
};

const REPEATABLE: Readonly<Record<RetryClient, string>> = {
  fetch: "set repeatable",
  ky: "call by repeatableApi",
  axios: "set repeatable",
};

const FETCH = `// Call it as fetch: fetchWithRetry(url, { method, headers, body }). The last failure is returned or thrown.
export async function fetchWithRetry(url, init = {}, { repeatable = false } = {}) {
  for (let retry = 0; ; retry += 1) {
    const response = await fetch(url, init).catch((error) => error);
    const failed = response instanceof Error;
    if (!failed && response.ok) return response;
    const status = failed ? 0 : response.status;
    const header = (name) => (failed ? null : response.headers.get(name));
    const pause = mayRepeat(init.method ?? "GET", status, repeatable) ? pauseMs(retry, status, header) : undefined;
    if (pause === undefined || init.signal?.aborted) {
      if (failed) throw response;
      return response;
    }
    if (!failed) await response.body?.cancel();
    await sleep(pause);
  }
}
`;

const KY = `// ky's own waits are switched off: it sends earlier than asked if a wait is above its maxRetryAfter.
const withRetries = (repeatable) =>
  ky.create({
    retry: {
      limit: RETRIES,
      methods: ["get", "head", "options", "put", "delete", "post", "patch"],
      delay: () => 0,
      shouldRetry: ({ error }) =>
        error.request !== undefined && mayRepeat(error.request.method, error.response?.status ?? 0, repeatable),
    },
    hooks: {
      beforeRetry: [
        async ({ error, retryCount }) => {
          const header = (name) => error.response?.headers.get(name) ?? null;
          const pause = pauseMs(retryCount - 1, error.response?.status ?? 0, header);
          if (pause === undefined) throw error;
          await sleep(pause);
        },
      ],
    },
  });
export const api = withRetries(false);
// For calls that may be repeated although they are a POST or PATCH.
export const repeatableApi = withRetries(true);
`;

const AXIOS = `// Set repeatable: true in the config of a call that may be repeated although it is a POST or PATCH.
export const api = axios.create();
api.interceptors.response.use(undefined, async (error) => {
  const { config, response } = error;
  if (config === undefined || axios.isCancel(error)) throw error;
  const retry = config.retry ?? 0;
  const status = response?.status ?? 0;
  const header = (name) => response?.headers[name.toLowerCase()] ?? null;
  const repeats = mayRepeat(config.method ?? "get", status, config.repeatable === true);
  const pause = repeats ? pauseMs(retry, status, header) : undefined;
  if (pause === undefined) throw error;
  await sleep(pause);
  return api.request({ ...config, retry: retry + 1 });
});
`;

const CLIENTS: Readonly<Record<RetryClient, string>> = { fetch: FETCH, ky: KY, axios: AXIOS };
