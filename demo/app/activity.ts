export type ActivityLine = { readonly method: string; readonly where: string };

const LINES_KEPT = 60;

/** Adds a call to the list on the page. Status 0: the page learned nothing. */
export function showActivity(line: ActivityLine, status: number): void {
  const list = document.querySelector("#activity");
  if (list === null) return;
  const item = document.createElement("li");
  const kind = status === 0 ? "lost" : status < 400 ? "good" : "bad";
  item.append(
    cell("status " + kind, status === 0 ? "···" : String(status)),
    cell("", line.method),
    cell("where", line.where),
  );
  item.title = `${line.method} ${line.where}`;
  list.prepend(item);
  while (list.children.length > LINES_KEPT) list.lastElementChild?.remove();
}

function cell(className: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}
