import { words } from "../language.ts";

/** The words of the help on keys and the filter. */
export const helpWords = words("help", {
  helpTitle: "Keyboard and filter",
  helpKeys: "Keys",
  helpFilter: "Filter",
  helpClose: "Close",
  helpMove: "Move the selection",
  helpEnds: "First and last row",
  helpPage: "One page up or down",
  helpOpen: "Open the details",
  helpEscape: "Close the details, a menu or the suggestions",
  helpCopy: "Copy the redacted report of the selected row",
  helpMenu: "Menu of the row or the column",
  helpFold: "Show or fold the repeats of a group",
  helpSearch: "Search rows and bodies without hiding any",
  helpClear: "Clear the timeline",
  helpUndo: "Undo Clear (while the message is shown)",
  helpRecord: "Pause or start recording",
  helpImport: "Open a recording from a file, or a pasted report",
  helpSort: "On a column title: sort by it; Shift and an arrow key change its width",
  helpHelp: "This help",
  filterHelpJoin: "A row must match every term. Case is ignored. Pinned rows are filtered like all others.",
  filterHelpSyntax: "Type",
  filterHelpMeaning: "To see",
  helpFilterKey: "Go to the filter",
});
