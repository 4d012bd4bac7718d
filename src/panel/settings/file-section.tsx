import { useState } from "preact/hooks";
import { readSettingsFile, type SettingsFile, writeSettingsFile } from "../../settings/settings-file.ts";
import type { SettingsPort } from "../../settings/settings-port.ts";
import type { Settings } from "../../settings/settings.ts";
import { text } from "../text/text.ts";
import { downloadText } from "./download.ts";
import { FileButton } from "./file-button.tsx";
import { SettingsSection } from "./settings-section.tsx";

type Done = { readonly message: string; readonly before?: Settings };

/** All settings at once: to a file, from a file, back to the defaults; each can be undone. */
export function FileSection({ port }: { readonly port: SettingsPort }) {
  const [done, setDone] = useState<Done>();
  const take = async (file: File): Promise<void> => {
    const before = port.current();
    let read: SettingsFile;
    try {
      read = readSettingsFile(await file.text(), before);
    } catch {
      setDone({ message: text("settingsImportUnreadable") });
      return;
    }
    if (!read.ok) {
      setDone({ message: refusalText(read.problem) });
      return;
    }
    port.save(read.change);
    const invalid = read.invalid.length === 0 ? [] : [text("settingsImportedInvalid", read.invalid.join(", "))];
    const newer = read.isNewer ? [text("settingsImportedNewer")] : [];
    setDone({ message: [text("settingsImported"), ...invalid, ...newer].join(" "), before });
  };
  return (
    <SettingsSection title={text("settingsFile")}>
      <p class="quiet">{text("settingsFileHint")}</p>
      <div class="settings-buttons">
        <button
          type="button"
          class="button"
          onClick={() => downloadText("faultline-settings.json", writeSettingsFile(port.current()))}
        >
          {text("settingsExport")}
        </button>
        <FileButton title={text("settingsImport")} accept=".json,application/json" onFile={(file) => void take(file)} />
        <button
          type="button"
          class="button"
          onClick={() => {
            const before = port.current();
            port.reset();
            setDone({ message: text("settingsWereReset"), before });
          }}
        >
          {text("settingsReset")}
        </button>
      </div>
      <p role="status" class="settings-done">
        {done?.message}
        {done?.before !== undefined && (
          <button
            type="button"
            class="button"
            onClick={() => {
              if (done.before !== undefined) port.save(done.before);
              setDone({ message: text("settingsUndone") });
            }}
          >
            {text("settingsUndo")}
          </button>
        )}
      </p>
    </SettingsSection>
  );
}

function refusalText(problem: "too-long" | "not-json" | "not-settings"): string {
  switch (problem) {
    case "too-long":
      return text("settingsImportTooLong");
    case "not-json":
      return text("settingsImportNotJson");
    case "not-settings":
      return text("settingsImportNotSettings");
  }
}
