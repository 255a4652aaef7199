import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { svgElement } from '../dom/svg-element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { mainCurves } from './main-curves.ts';
import { metricText } from './run-facts.ts';
import { runLogWords } from './run-log-words.ts';

const width = 128;
const height = 40;
const margin = 3;

/**
 * Creates a small chart of a training's accuracy, or else of its loss: a solid line, and a dashed one for the validation. Its
 * text alternative says where each begins and ends. Returns `null` for a training without completed epochs.
 */
export function sparkline(run: LoggedRun, words: PanelWords): SVGSVGElement | null {
  const main = mainCurves(run);
  if (main === null) return null;
  const curves = [main.training, main.validation].filter((curve) => curve !== null);
  const range = main.areShares ? ([0, 1] as const) : extent(curves.flatMap(({ values }) => [...values]));
  const lines = curves.map(({ values }, index) => {
    const isValidation = curves[index] === main.validation;
    return svgElement('path', {
      d: linePath(values, range),
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': isValidation ? 'butt' : 'round',
      ...(isValidation && { 'stroke-dasharray': '4 3' }),
    });
  });
  const label = sparklineText(run, words);
  return svgElement(
    'svg',
    { class: 'run-sparkline', width, height, role: 'img', 'aria-label': label },
    ...lines,
  );
}

/** Returns the text alternative of a training's sparkline. */
export function sparklineText(run: LoggedRun, words: PanelWords): string {
  const main = mainCurves(run);
  const logWords = runLogWords[words.language];
  return [main?.training, main?.validation]
    .flatMap((curve) => {
      if (!curve) return [];
      const text = (value: number | undefined) => metricText(curve.name, value ?? null, words);
      return [logWords.course(curve.name, text(curve.values[0]), text(curve.values.at(-1)))];
    })
    .join('; ');
}

/**
 * Returns the path of a line, which has gaps at values that are not finite. A single value is a short horizontal line.
 * @param range the values at the lower and at the upper edge
 */
export function linePath(values: readonly number[], [low, high]: readonly [number, number]): string {
  const span = high - low || 1;
  const xOf = (index: number): number =>
    margin + (index * (width - 2 * margin)) / Math.max(1, values.length - 1);
  const yOf = (value: number): number => height - margin - ((value - low) / span) * (height - 2 * margin);
  if (values.length === 1 && Number.isFinite(values[0])) return `M${margin} ${yOf(values[0] ?? 0)}h6`;
  let isPen = false;
  return values
    .map((value, index) => {
      if (!Number.isFinite(value)) {
        isPen = false;
        return '';
      }
      const command = isPen ? 'L' : 'M';
      isPen = true;
      return `${command}${round(xOf(index))} ${round(yOf(value))}`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

function extent(values: readonly number[]): readonly [number, number] {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)];
}
