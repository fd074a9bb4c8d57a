/** Long enough for a browser to have begun the download, whatever it asks first. */
const KEEP_MS = 60_000;

/** Hands a file to the browser's own saving: its downloads folder, or wherever it asks. */
export function saveFile(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
