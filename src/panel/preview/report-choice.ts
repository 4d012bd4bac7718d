import type { RedactionPolicy } from "../../report/policy.ts";
import type { ReportOptions } from "../../report/report.ts";
import type { EventRow, Row } from "../../timeline/row.ts";
import type { Settings } from "../../settings/settings.ts";

type FormatChoice = Settings["reportFormat"];

/** The formats of a report in the order in which they are offered, by the names people know them under. */
export const FORMATS: readonly { readonly choice: FormatChoice; readonly title: string }[] = [
  { choice: "markdown", title: "Markdown" },
  { choice: "curl-posix", title: "cURL (POSIX shell)" },
  { choice: "curl-powershell", title: "cURL (PowerShell)" },
  { choice: "curl-cmd", title: "cURL (cmd.exe)" },
  { choice: "har", title: "HAR" },
  { choice: "json", title: "JSON" },
  { choice: "text", title: "Plain text" },
];

/** A chosen format as the report takes it. */
export function formatOf(choice: FormatChoice): Pick<ReportOptions, "format" | "shell"> {
  switch (choice) {
    case "curl-posix":
      return { format: "curl", shell: "posix" };
    case "curl-powershell":
      return { format: "curl", shell: "powershell" };
    case "curl-cmd":
      return { format: "curl", shell: "cmd" };
    case "markdown":
    case "har":
    case "json":
    case "text":
      return { format: choice };
  }
}

/** More calls make a report that nobody reads. */
const MOST_CALLS = 100;

/** The calls among these rows, oldest first; of many the latest. */
export function callsOf(rows: readonly Row[]): readonly EventRow[] {
  const calls = rows.filter((row) => row.kind === "event").toSorted((a, b) => a.at - b.at);
  return calls.slice(-MOST_CALLS);
}

/** The switches of the settings as the redactor's policy. */
export function policyOf(settings: Settings): RedactionPolicy {
  return {
    keepEmails: settings.keepEmails,
    keepIpAddresses: settings.keepIpAddresses,
    keepHarmlessCookies: settings.keepHarmlessCookies,
    keepPersonalFields: settings.keepPersonalFields,
    maskWalletAddresses: settings.maskWalletAddresses,
    maskOrganizationIds: settings.maskOrganizationIds,
    dropRequestBodies: settings.dropRequestBodies,
    dropResponseBodies: settings.dropResponseBodies,
  };
}
