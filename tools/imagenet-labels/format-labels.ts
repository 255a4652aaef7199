import type { ImageNetLabel } from './parse-labels.ts';

/**
 * Formats labels as JSON with one class per line, so that class n is on line n + 2.
 *
 * @param labels The labels, in the order of the network's outputs.
 * @returns The text of labels.json.
 */
export function formatLabels(labels: readonly ImageNetLabel[]): string {
  const rows = labels.map((label) => JSON.stringify(label));
  return `[\n${rows.join(',\n')}\n]\n`;
}
