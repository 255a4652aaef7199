/** Hands the learner a file, as a click on a download link does. Nothing leaves the device. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A chart's name as that of a file: `Top 5` is `top-5.csv`. */
export function fileName(title: string, extension: 'csv' | 'json' | 'md' | 'png'): string {
  const stem = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${stem || 'chart'}.${extension}`;
}
