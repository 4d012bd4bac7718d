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

  it("falls back to the copy command if the clipboard is refused, with the text selected", async () => {
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
  ])("says so when neither works, even if the copy command %s", async (_how, command) => {
    writeText.mockRejectedValue(new Error("Document is not focused."));
    execCommand.mockImplementation(command);
    expect(await writeClipboard(report)).toEqual({
      ok: false,
      reason: "The browser refused the clipboard (Document is not focused.). Click into the panel and copy again.",
    });
  });

  it("works if the page has no clipboard at all", async () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    expect(await writeClipboard(report)).toEqual({ ok: true });
    expect(execCommand).toHaveBeenCalledWith("copy");
  });

  describe("a text that is not there yet", () => {
    const write = vi.fn<(items: readonly { readonly data: Record<string, Promise<Blob>> }[]) => Promise<void>>();

    beforeEach(() => {
      write.mockReset().mockResolvedValue();
      Object.defineProperty(navigator, "clipboard", { value: { writeText, write }, configurable: true });
      vi.stubGlobal(
        "ClipboardItem",
        class {
          readonly data: Record<string, Promise<Blob>>;
          constructor(data: Record<string, Promise<Blob>>) {
            this.data = data;
          }
        },
      );
    });

    it("is handed over as a promise while the click still counts", async () => {
      let finish: (text: ReportText) => void = () => undefined;
      const copying = writeClipboard(
        new Promise((resolve) => {
          finish = resolve;
        }),
      );
      expect(write).toHaveBeenCalledTimes(1);
      finish(report);
      expect(await copying).toEqual({ ok: true });
      const blob = await write.mock.calls[0]?.[0][0]?.data["text/plain"];
      expect(await blob?.text()).toBe(report);
      expect(writeText).not.toHaveBeenCalled();
    });

    it("is awaited and copied the other ways if the clipboard takes no promise", async () => {
      write.mockRejectedValue(new Error("Not implemented."));
      expect(await writeClipboard(Promise.resolve(report))).toEqual({ ok: true });
      expect(writeText).toHaveBeenCalledWith(report);
    });

    it("is not copied if it could not be made", async () => {
      write.mockImplementation(async ([item]) => {
        await item?.data["text/plain"];
      });
      const result = await writeClipboard(Promise.reject(new Error("Something is left in it.")));
      expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("Something is left in it.") });
      expect(writeText).not.toHaveBeenCalled();
      expect(execCommand).not.toHaveBeenCalled();
    });
  });
});
