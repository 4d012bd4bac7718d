/**
 * Lets files be dropped here and returns whether the drag contains any: text dragged within the panel is not for the viewer.
 * Without it the browser would leave the panel and show the file.
 */
export function allowFiles(event: DragEvent): boolean {
  const holdsFiles = event.dataTransfer !== null && [...event.dataTransfer.types].includes("Files");
  if (holdsFiles) event.preventDefault();
  return holdsFiles;
}
