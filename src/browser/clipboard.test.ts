// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportText } from "../report/report-text.ts";
import { writeClipboard } from "./clipboard.ts";

// Only `src/report/` makes real ones; what the text says does not matter here.
const report = "## 429 rate_limited" as ReportText;

const writeText = vi.fn<(text: string) => Promise<void>>();
const execCommand = vi.fn<(command: string) => boolean>();

beforeEach(() => {
  writeText.mockReset().mockResolvedValue();
  execCommand.mockReset().mockReturnValue(true);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  document.execCommand = execCommand;
  document.body.replaceChildren();
});

describe("copying", () => {
  it("uses the clipboard of the page", async () => {
    expect(await writeClipboard(report)).toEqual({ ok: true });
    expect(writeText).toHaveBeenCalledWith(report);
    expect(execCommand).not.toHaveBeenCalled();
  });

  it("falls back to the copy command where the clipboard is refused, with the text selected", async () => {
    writeText.mockRejectedValue(new DOMException("Write permission denied.", "NotAllowedError"));
    let selected = "";
    execCommand.mockImplementation(() => {
      selected = document.querySelector("textarea")?.value ?? "";
      return true;
    });
    expect(await writeClipboard(report)).toEqual({ ok: true });
    expect(selected).toBe(report);
  });

  it("leaves nothing behind and gives the focus back", async () => {
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    writeText.mockRejectedValue(new Error("refused"));
    await writeClipboard(report);
    expect(document.querySelector("textarea")).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it.each([
    ["answers false", () => false],
    [
      "throws",
      () => {
        throw new Error("blocked by policy");
      },
    ],
  ])("says so when neither works, also where the copy command %s", async (_how, command) => {
    writeText.mockRejectedValue(new Error("Document is not focused."));
    execCommand.mockImplementation(command);
    expect(await writeClipboard(report)).toEqual({
      ok: false,
      reason: "The browser refused the clipboard (Document is not focused.). Click into the panel and copy again.",
    });
  });

  it("works where the page has no clipboard at all", async () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    expect(await writeClipboard(report)).toEqual({ ok: true });
    expect(execCommand).toHaveBeenCalledWith("copy");
  });
});
