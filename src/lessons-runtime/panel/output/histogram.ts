import type { ViewWords } from './shown-output.ts';

const namespace = 'http://www.w3.org/2000/svg';
const barWidth = 6;
const height = 28;

/** Equal bins from `min` to `max`, drawn as bars and said as a sentence: where most values lie. */
export function histogram(
  counts: readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
  words: ViewWords,
): SVGSVGElement {
  const all = svg('svg', {
    viewBox: `0 0 ${counts.length * barWidth} ${height}`,
    width: String(counts.length * barWidth),
    preserveAspectRatio: 'none',
    role: 'img',
    class: 'histogram',
    'aria-label': sentence(counts, min, max, words),
  });
  const most = Math.max(1, ...counts);
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const barHeight = Math.max(1, (count / most) * height);
    all.append(
      svg('rect', {
        x: String(bin * barWidth),
        y: String(height - barHeight),
        width: String(barWidth - 1),
        height: String(barHeight),
      }),
    );
  });
  return all;
}

function svg<Tag extends 'svg' | 'rect'>(tag: Tag, attributes: Readonly<Record<string, string>>) {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function sentence(counts: readonly number[], min: number, max: number, words: ViewWords): string {
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
