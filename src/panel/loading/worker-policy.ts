/** The part of the Trusted Types API that TypeScript's DOM types leave out. */
type TrustedTypes = {
  readonly defaultPolicy: unknown;
  readonly createPolicy: (name: "default", rules: { readonly createScriptURL: (url: string) => string | null }) => void;
};

/** The extension's CSP lets no text become script; this excepts its own workers, by name and origin. */
export function allowWorkers(): void {
  // oxlint-disable-next-line no-unsafe-type-assertion -- a member of the page that its types leave out
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  trustedTypes.createPolicy("default", {
    createScriptURL: (url) => {
      const { origin, pathname } = new URL(url, location.href);
      return origin === location.origin && /\/(?:report|har|yaml|check)-worker[\w.-]*$/.test(pathname) ? url : null;
    },
  });
}
