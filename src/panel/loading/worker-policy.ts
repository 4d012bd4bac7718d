/** The part of the Trusted Types API that TypeScript's DOM types leave out. */
type TrustedTypes = {
  readonly defaultPolicy: unknown;
  readonly createPolicy: (name: "default", rules: { readonly createScriptURL: (url: string) => string | null }) => void;
};

/** The workers of the extension: `NAME-worker.ts`. The policy lets no other script in, and SECURITY.md names these. */
export const WORKER_NAMES = ["check", "har", "report", "yaml"] as const;

function isWorker(pathname: string): boolean {
  const file = pathname.slice(pathname.lastIndexOf("/") + 1);
  return /^[\w.-]+$/.test(file) && WORKER_NAMES.some((name) => file.startsWith(`${name}-worker`));
}

/** The extension's CSP lets no text become script; this excepts its own workers, by name and origin. */
export function allowWorkers(): void {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a member of the page that its types leave out
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => {
      const { origin, pathname } = new URL(url, location.href);
      return origin === location.origin && isWorker(pathname) ? url : null;
    },
  });
}
