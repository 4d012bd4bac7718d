/** Saves a text as a file. Call it inside a click. */
export function downloadText(fileName: string, text: string): void {
  downloadBlob(fileName, new Blob([text], { type: "application/json" }));
}

/** Saves a blob as a file, by a link to it: the way that needs no permission, in DevTools pages of both browsers too. */
export function downloadBlob(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has opened the blob by then; a minute is plenty where it asks for a place first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
