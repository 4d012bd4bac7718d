import { useState } from "preact/hooks";
import { readSettingsFile, type SettingsFile, writeSettingsFile } from "../../settings/settings-file.ts";
import type { SettingsPort } from "../../settings/settings-port.ts";
import type { Settings } from "../../settings/settings.ts";
import { downloadText } from "./download.ts";
import { FileButton } from "./file-button.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { settingsWords } from "../words/english/settings.ts";

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
      setDone({ message: settingsWords.settingsImportUnreadable });
      return;
    }
    if (!read.ok) {
      setDone({ message: refusalText(read.problem) });
      return;
    }
    port.save(read.change);
    const invalid = read.invalid.length === 0 ? [] : [settingsWords.settingsImportedInvalid(read.invalid.join(", "))];
    const newer = read.isNewer ? [settingsWords.settingsImportedNewer] : [];
    setDone({ message: [settingsWords.settingsImported, ...invalid, ...newer].join(" "), before });
  };
  return (
    <SettingsSection title={settingsWords.settingsFile}>
      <p class="quiet">{settingsWords.settingsFileHint}</p>
      <div class="settings-buttons">
        <button
          type="button"
          class="button"
          onClick={() => downloadText("faultline-settings.json", writeSettingsFile(port.current()))}
        >
          {settingsWords.settingsExport}
        </button>
        <FileButton
          title={settingsWords.settingsImport}
          accept=".json,application/json"
          onFile={(file) => void take(file)}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            const before = port.current();
            port.reset();
            setDone({ message: settingsWords.settingsWereReset, before });
          }}
        >
          {settingsWords.settingsReset}
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
              setDone({ message: settingsWords.settingsUndone });
            }}
          >
            {settingsWords.settingsUndo}
          </button>
        )}
      </p>
    </SettingsSection>
  );
}

function refusalText(problem: "too-long" | "not-json" | "not-settings"): string {
  switch (problem) {
    case "too-long":
      return settingsWords.settingsImportTooLong;
    case "not-json":
      return settingsWords.settingsImportNotJson;
    case "not-settings":
      return settingsWords.settingsImportNotSettings;
  }
}
