import type { ComponentChildren } from "preact";
import { Icon } from "../controls/icon.tsx";
import { detailWords } from "../words/english/detail.ts";

type Props = { readonly href: string; readonly children: ComponentChildren };

/** A link out of a provider document. Anything but https stays plain text. */
export function DocumentLink({ href, children }: Props) {
  if (!isSafeLink(href)) return <span>{children}</span>;
  return (
    <a class="document-link" href={href} target="_blank" rel="noreferrer">
      {children}
      <Icon name="link" />
    </a>
  );
}

type SourceProps = { readonly source: string };

/** Where a statement stands: a page of the documentation, or the error reference that the provider gave out whole. */
export function Source({ source }: SourceProps) {
  if (source === "seed") return <span class="cited">{detailWords.sourceGiven}</span>;
  return (
    <span class="cited">
      <DocumentLink href={source}>{pageOf(source)}</DocumentLink>
    </span>
  );
}

/** "docs.urblock.io/errors": a page's address without its scheme. */
function pageOf(url: string): string {
  const bare = url.startsWith("https://") ? url.slice("https://".length) : url;
  return bare.endsWith("/") ? bare.slice(0, -1) : bare;
}

/** Whether a link may be opened from the panel: only https, whatever a document says. */
function isSafeLink(url: string): boolean {
  return url.startsWith("https://");
}
