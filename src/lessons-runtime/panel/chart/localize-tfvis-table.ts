import type { ChartWords } from './chart-words.ts';

/** Translates the heading of a column in a table of tfjs-vis. Other headings are returned unchanged. */
export function localizeHeading({ columns }: ChartWords, header: string): string {
  const headings: Readonly<Record<string, string>> = {
    'Layer Name': columns.layer,
    'Output Shape': columns.shape,
    '# Of Params': columns.parameters,
    Trainable: columns.state,
    'Weight Name': columns.weight,
    Shape: columns.shape,
    Min: columns.min,
    Max: columns.max,
    '# Params': columns.parameters,
    '# Zeros': columns.zeros,
    '# NaNs': 'NaN',
    '# Infinity': columns.infinities,
    'Num Vals': columns.values,
    Class: columns.class,
    Accuracy: columns.accuracy,
    '# Samples': columns.samples,
  };
  return headings[header] ?? header;
}

/** Translates booleans, which state whether a layer is trainable, and formats shapes: `[batch,32]` becomes `[null, 32]`. */
export function localizeCell(words: ChartWords, cell: unknown): unknown {
  if (typeof cell === 'boolean') return cell ? words.trainable : words.frozen;
  if (cell === 'Scalar') return '[]';
  if (typeof cell !== 'string' || !/^\[(?:batch|[\d,[\] ])[\w,[\] ]*\]$/.test(cell)) return cell;
  return cell.replaceAll('batch', 'null').replaceAll(/, ?/g, ', ');
}
