import { type ComponentChildren, Fragment, options, type VNode } from "preact";
import { visible } from "../../report/output/visible.ts";

/** Attributes whose text people read or hear. */
const READ_ATTRIBUTES = ["title", "aria-label", "placeholder"] as const;

let isInstalled = false;

/**
 * From now on every text that is drawn has its control characters written out, such as `\u202e`: what a server sends can
 * neither reorder what stands on screen nor hide in it (CVE-2021-42574). Done where Preact makes elements, so that no
 * component has to think of it; what people type into fields stays as typed.
 */
export function writeOutHiddenCharacters(): void {
  if (isInstalled) return;
  isInstalled = true;
  const before = options.vnode?.bind(options);
  options.vnode = (vnode) => {
    if (typeof vnode.type === "string" || vnode.type === Fragment) writeOut(vnode);
    before?.(vnode);
  };
}

function writeOut({ props }: VNode<Record<string, unknown>>): void {
  if (typeof props.children === "string" || Array.isArray(props.children))
    props.children = withVisibleTexts(props.children);
  for (const name of READ_ATTRIBUTES) {
    const value = props[name];
    if (typeof value === "string") props[name] = visible(value);
  }
}

function withVisibleTexts(children: ComponentChildren): ComponentChildren {
  if (typeof children === "string") return visible(children);
  return Array.isArray(children) ? children.map(withVisibleTexts) : children;
}
