import { element } from './element.ts';

/** Some browsers start to read a file only some time after the click. */
const revokeMilliseconds = 60_000;

/** Saves a file on the learner's device, as a click on a download link does. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), revokeMilliseconds);
}

/** Converts a title to a file name: `Top 5` becomes `top-5.csv`. A title without letters or digits becomes `chart`. */
export function fileName(title: string, extension: 'csv' | 'md' | 'png'): string {
  return `${slug(title) || 'chart'}.${extension}`;
}

/** Converts a text to lower case letters and digits of any script, joined by hyphens; at most 60 characters. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
