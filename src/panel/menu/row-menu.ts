import type { Annotation } from "../../exchange/annotated-feed.ts";
import { withTerm } from "../../timeline/filter/with-term.ts";
import type { EventRow, Row } from "../../timeline/row.ts";
import type { RevealInNetwork } from "../shell/ports.ts";
import type { MenuItem } from "./menu-items.ts";
import { menuWords } from "../words/english/menu.ts";
import { panelWords } from "../words/english/panel.ts";

/** What can be done from a row's menu. */
export type RowActions = {
  readonly filterText: string;
  readonly onCopyReport: (id: string) => void;
  readonly onCopyCurl: (id: string) => void;
  readonly onCopyRequestId: (id: string) => void;
  readonly onFilter: (text: string) => void;
  readonly onAnnotate: (id: string, change: Partial<Annotation>) => void;
  readonly onNote: (id: string) => void;
  readonly onHideHost: (host: string) => void;
  readonly onFold: (key: string) => void;
  readonly onClear: () => void;
  readonly revealInNetwork: RevealInNetwork | undefined;
};

/**
 * The menu of a row. Copying comes first, as in the browsers' own menus. `shown`: the row as it may be shown, or undefined
 * while none of it may. What must not be shown is no word of the filter, either.
 */
export function rowMenu(
  row: Row,
  shown: Row | undefined,
  annotation: Annotation | undefined,
  actions: RowActions,
): readonly MenuItem[] {
  const clear: MenuItem = { kind: "action", label: panelWords.toolbarClear, keys: "Ctrl+L", run: actions.onClear };
  if (row.kind !== "event") return [clear];
  const { id, group } = row;
  const { requestId, exchange } = row.event;
  const { revealInNetwork } = actions;
  const items: readonly (readonly MenuItem[])[] = [
    [
      { kind: "action", label: menuWords.menuCopyReport, keys: "Ctrl+C", run: () => actions.onCopyReport(id) },
      { kind: "action", label: menuWords.menuCopyCurl, run: () => actions.onCopyCurl(id) },
      {
        kind: "action",
        label: menuWords.menuCopyRequestId,
        isDisabled: requestId === null,
        run: () => actions.onCopyRequestId(id),
      },
    ],
    termsOf(row, shown).flatMap(({ key, value }) =>
      (key === "host" ? [false] : [false, true]).map((isHidden): MenuItem => ({
        kind: "action",
        label: (isHidden ? menuWords.menuHide : menuWords.menuShowOnly)(`${key}:${value}`),
        run: () => actions.onFilter(withTerm(actions.filterText, { key, value, isHidden })),
      })),
    ),
    row.host === "" ? [] : [{ kind: "action", label: menuWords.menuHideHost, run: () => actions.onHideHost(row.host) }],
    [
      {
        kind: "check",
        label: menuWords.menuPin,
        isChecked: annotation?.isPinned === true,
        run: () => actions.onAnnotate(id, { isPinned: annotation?.isPinned !== true }),
      },
      {
        kind: "action",
        label: annotation === undefined || annotation.note === "" ? menuWords.menuAddNote : menuWords.menuEditNote,
        run: () => actions.onNote(id),
      },
    ],
    group?.place === "head"
      ? [
          {
            kind: "action",
            label: group.isExpanded ? panelWords.rowCollapse : panelWords.rowExpand(row.repeats.length - 1),
            keys: group.isExpanded ? "←" : "→",
            run: () => actions.onFold(group.key),
          },
        ]
      : [],
    revealInNetwork === undefined
      ? []
      : [
          {
            kind: "action",
            label: menuWords.menuReveal,
            run: () => revealInNetwork({ method: exchange.request.method, url: exchange.request.url }),
          },
        ],
    [clear],
  ];
  return items
    .filter((part) => part.length > 0)
    .flatMap((part, index): readonly MenuItem[] => (index === 0 ? part : [{ kind: "divider" }, ...part]));
}

/** What rows like this one have in common, as words of the filter. */
function termsOf(row: EventRow, shown: Row | undefined): readonly { readonly key: string; readonly value: string }[] {
  if (shown?.kind !== "event") return [];
  return (
    [
      ["code", row.code ?? "", shown.code ?? ""],
      ["status", row.statusText, shown.statusText],
      ["path", row.path, shown.path],
      ["host", row.host, shown.host],
    ] as const
  ).flatMap(([key, value, visible]) => (value === "" || value !== visible ? [] : [{ key, value }]));
}
