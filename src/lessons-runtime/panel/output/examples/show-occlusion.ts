import type { OutputOf } from '../../../protocol/output.ts';
import { dataTable } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import { exampleCanvas } from '../example-picture.ts';
import { shareText } from '../number-text.ts';
import type { ViewWords } from '../shown-output.ts';
import { exampleWords } from './example-words.ts';

type Part = OutputOf<'occlusion'>;

/** An occlusion map without its picture. */
export type OcclusionValues = Pick<Part, 'drops' | 'label' | 'probability'>;

/** The opacity of the veil over the parts that do not matter. */
const veil = 0.82;

/** Creates the picture under a dark veil that is thin where the picture matters, a sentence, and the numbers as a table. */
export function showOcclusion(part: Part, words: ViewWords): HTMLElement {
  const body = element('div', { class: 'prediction-body' }, ...occlusionTexts(part, words));
  const figure = element('figure', { class: 'prediction' }, body);
  if (part.picture !== null) {
    const picture = exampleCanvas(part.picture, exampleWords[words.language].occlusionPicture);
    figure.prepend(element('div', { class: 'occlusion' }, picture, veilCanvas(part.drops)));
  }
  return figure;
}

/** Creates a sentence about an occlusion map, its legend, and its numbers as a table. */
export function occlusionTexts(map: OcclusionValues, words: ViewWords): readonly HTMLElement[] {
  const viewWords = exampleWords[words.language];
  const rows = map.drops.map((row) => row.map((drop) => pointsText(drop, words)));
  const columns = (rows[0] ?? []).map((_, index) => String(index + 1));
  return [
    element('p', {}, occlusionSentence(map, words)),
    element('p', { class: 'report-hint' }, viewWords.occlusionLegend),
    element(
      'details',
      { class: 'output-fold' },
      element('summary', {}, viewWords.occlusionTable),
      dataTable({ columns, rows, numeric: columns.map(() => true) }, viewWords.occlusionTable),
    ),
  ];
}

/** Says where covering the picture lowers the probability most. */
export function occlusionSentence({ drops, label, probability }: OcclusionValues, words: ViewWords): string {
  const viewWords = exampleWords[words.language];
  const share = shareText(probability, words.format);
  const all = drops.flatMap((row, at) =>
    row.map((drop, column) => ({ drop, y: (at + 0.5) / drops.length, x: (column + 0.5) / row.length })),
  );
  const most = all.reduce((one, other) => (other.drop > one.drop ? other : one));
  if (!(most.drop > 0)) return viewWords.occlusionNone(label, share);
  const place = Math.floor(most.y * 3) * 3 + Math.floor(most.x * 3);
  const drop = viewWords.points(pointsText(most.drop, words));
  return viewWords.occlusion(label, share, drop, viewWords.parts[place] ?? '');
}

/** Formats the difference of two probabilities in percentage points. */
function pointsText(drop: number, { format }: ViewWords): string {
  return format.number(Math.round(drop * 1000) / 10);
}

/** Creates the veil over a picture, one pixel for each part. */
export function veilCanvas(drops: Part['drops']): HTMLCanvasElement {
  const height = drops.length;
  const width = drops[0]?.length ?? 1;
  const canvas = element('canvas', { width: String(width), height: String(height), 'aria-hidden': 'true' });
  const largest = Math.max(...drops.flat().filter(Number.isFinite), 0);
  const pixels = new Uint8ClampedArray(width * height * 4);
  drops.forEach((row, at) => {
    row.slice(0, width).forEach((drop, column) => {
      const importance = largest > 0 && drop > 0 ? drop / largest : 0;
      pixels[(at * width + column) * 4 + 3] = 255 * veil * (1 - importance);
    });
  });
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
