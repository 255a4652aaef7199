import type { ViewWords } from './shown-output.ts';

const namespace = 'http://www.w3.org/2000/svg';
const barWidth = 6;
const height = 28;

/**
 * Creates a histogram with equal bins from `min` to `max`. Its accessible name is a sentence about the bin with most values.
 * @param counts the number of values in each bin
 */
export function histogram(
  counts: readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
  words: ViewWords,
): SVGSVGElement {
  const root = svg('svg', {
    viewBox: `0 0 ${counts.length * barWidth} ${height}`,
    width: String(counts.length * barWidth),
    preserveAspectRatio: 'none',
    role: 'img',
    class: 'histogram',
    'aria-label': describe(counts, min, max, words),
  });
  const maxCount = Math.max(1, ...counts);
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const barHeight = Math.max(1, (count / maxCount) * height);
    root.append(
      svg('rect', {
        x: String(bin * barWidth),
        y: String(height - barHeight),
        width: String(barWidth - 1),
        height: String(barHeight),
      }),
    );
  });
  return root;
}

function svg<Tag extends 'svg' | 'rect'>(tag: Tag, attributes: Readonly<Record<string, string>>) {
  const node = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function describe(counts: readonly number[], min: number, max: number, words: ViewWords): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const fullest = counts.indexOf(Math.max(...counts));
  const edge = (bin: number) => words.format.number(min + ((max - min) * bin) / counts.length);
  const share = words.format.percent((counts[fullest] ?? 0) / Math.max(1, total), 0);
  return words.output.histogram(
    words.format.number(min),
    words.format.number(max),
    share,
    edge(fullest),
    edge(fullest + 1),
  );
}
