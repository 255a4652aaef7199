import type { ImageNetLabel } from './parse-labels.ts';

/**
 * Writes labels as JSON, one class a line, so that line n of a diff is class n − 2.
 *
 * @param labels The labels, in the order of the network's outputs.
 * @returns The text of labels.json.
 */
export function formatLabels(labels: readonly ImageNetLabel[]): string {
  const rows = labels.map(({ wnid, en, es }) => JSON.stringify({ wnid, en, es }));
  return `[\n${rows.join(',\n')}\n]\n`;
}
