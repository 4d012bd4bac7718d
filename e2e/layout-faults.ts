/**
 * What is wrong with the layout of the page it runs in: a page that scrolls sideways, text that a box cuts off without an
 * ellipsis, and overlapping texts. Each in words: which text, which element, what is wrong. Runs in the page and may use nothing but its argument. `scope` selects
 * what is looked at: the open dialog or menu, else the panel.
 */
export function findLayoutFaults(scope: readonly string[]): readonly string[] {
  type Box = { left: number; top: number; right: number; bottom: number };
  /** Glyphs reach out of their line by a fraction; fonts differ by more from machine to machine. */
  const TOLERANCE = 2;
  const faults: string[] = [];
  const root = scope.map((selector) => document.querySelector(selector)).find((element) => element !== null);
  if (root === undefined) return [`nothing matches ${scope.join(", ")}`];

  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push(`the page is ${wide} px wider than its window`);

  const describe = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.className === "" ? "" : `.${String(element.getAttribute("class")).replaceAll(" ", ".")}`}`;

  /** The part of a box that its scrolling and clipping ancestors leave, and the clipping ancestor that cut it sideways. */
  const clip = (element: Element, box: Box): { box: Box; cutBy: Element | null } => {
    let { left, top, right, bottom } = box;
    let cutBy: Element | null = null;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { overflowX, overflowY, position, clipPath } = getComputedStyle(at);
      if (clipPath !== "none") return { box: { left, top, right: left, bottom: top }, cutBy: null };
      const edge = at.getBoundingClientRect();
      if (overflowX !== "visible") {
        if (cutBy === null && right > edge.right + TOLERANCE && overflowX !== "auto" && overflowX !== "scroll")
          cutBy = at;
        left = Math.max(left, edge.left);
        right = Math.min(right, edge.right);
      }
      if (overflowY !== "visible") {
        top = Math.max(top, edge.top);
        bottom = Math.min(bottom, edge.bottom);
      }
      if (position === "fixed") break;
    }
    return { box: { left, top, right, bottom }, cutBy };
  };

  const shown: { text: string; element: Element; box: Box }[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (
      element === null ||
      text === "" ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const whole = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
      const { box, cutBy } = clip(element, whole);
      if (box.right - box.left <= TOLERANCE || box.bottom - box.top <= TOLERANCE) continue;
      // An ellipsis says that there is more, and the whole text is in a tooltip or in the details.
      const hasEllipsis = cutBy !== null && getComputedStyle(cutBy).textOverflow === "ellipsis";
      if (cutBy !== null && !hasEllipsis)
        faults.push(`“${text.slice(0, 60)}” in ${describe(element)} is cut off by ${describe(cutBy)}`);
      shown.push({ text, element, box });
    }
  }

  const reach = (one: number, two: number, three: number, four: number): number =>
    Math.min(two, four) - Math.max(one, three);
  for (const [index, one] of shown.entries()) {
    for (const other of shown.slice(index + 1)) {
      if (one.element === other.element) continue;
      const across = reach(one.box.left, one.box.right, other.box.left, other.box.right);
      const down = reach(one.box.top, one.box.bottom, other.box.top, other.box.bottom);
      if (across <= TOLERANCE || down <= TOLERANCE * 2) continue;
      // What stands under a bar that stays in place is out of sight, not on it.
      const x = (Math.max(one.box.left, other.box.left) + Math.min(one.box.right, other.box.right)) / 2;
      const y = (Math.max(one.box.top, other.box.top) + Math.min(one.box.bottom, other.box.bottom)) / 2;
      const top = document.elementsFromPoint(x, y);
      const opaque = top.findIndex((element) => {
        const { backgroundColor } = getComputedStyle(element);
        return (
          backgroundColor !== "rgba(0, 0, 0, 0)" && !element.contains(one.element) !== !element.contains(other.element)
        );
      });
      if (opaque !== -1 && (top.indexOf(one.element) > opaque || top.indexOf(other.element) > opaque)) continue;
      faults.push(
        `“${one.text.slice(0, 40)}” (${describe(one.element)}) and “${other.text.slice(0, 40)}” (${describe(other.element)}) stand on each other`,
      );
    }
  }
  return [...new Set(faults)];
}
