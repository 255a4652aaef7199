import type { OutputOf } from '../../../protocol/output.ts';
import { scrollBox } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import type { PanelWords } from '../../words/panel-words.ts';
import type { ViewWords } from '../shown-output.ts';
import { transferViewWords } from './transfer-view-words.ts';

type Part = OutputOf<'moved'>;
type Row = Part['layers'][number];

/** How far each layer moved: a sentence, and a table that is its own chart, a bar in each row. */
export function showMoved(part: Part, words: ViewWords): HTMLElement {
  const say = transferViewWords[words.language];
  const most = Math.max(0, ...part.layers.map(({ change }) => (Number.isFinite(change) ? change : 0)));
  const headings = say.movedColumns.map((column) => element('th', { scope: 'col' }, column));
  const table = element(
    'table',
    { class: 'moved-table' },
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...movedRows(part.layers, words).map((row) => movedRow(row, most, words))),
  );
  return element(
    'div',
    {},
    element(
      'p',
      { class: 'tensor-head' },
      element('code', {}, part.name),
      element('span', {}, say.movedMeasure),
    ),
    element('p', {}, movedSentence(part, words)),
    scrollBox(table, say.movedMeasure),
  );
}

/** More frozen layers in a row are told as one: all of them read 0. */
const stillRows = 3;

/** The layers in their order, long stretches that were frozen and stayed put together. */
export function movedRows(layers: readonly Row[], words: PanelWords): readonly Row[] {
  const isStill = ({ change, trainable }: Row) => change === 0 && !trainable;
  const rows: Row[] = [];
  for (let from = 0, to = 0; from < layers.length; from = to) {
    to = from + 1;
    const [first] = layers.slice(from, to);
    if (first === undefined) break;
    if (isStill(first)) while (to < layers.length && layers.slice(to, to + 1).every(isStill)) to += 1;
    const stretch = layers.slice(from, to);
    const last = stretch.at(-1) ?? first;
    if (stretch.length <= stillRows) rows.push(...stretch);
    else {
      const parameters = stretch.reduce((sum, each) => sum + each.parameters, 0);
      const name = transferViewWords[words.language].fromTo(first.name, last.name, stretch.length);
      rows.push({ name, parameters, change: 0, trainable: false });
    }
  }
  return rows;
}

/** What the bars show, in words. */
export function movedSentence({ layers }: Part, words: PanelWords): string {
  const say = transferViewWords[words.language];
  const moved = layers.filter(({ change }) => change !== 0);
  const frozen = layers.filter(({ change, trainable }) => change === 0 && !trainable).length;
  const number = (value: number) => words.format.count(value);
  if (moved.length === 0) return say.nothingMoved;
  const [most] = moved.toSorted((one, other) => other.change - one.change);
  const sentences = [say.moved(number(moved.length), number(layers.length))];
  if (most !== undefined && moved.length > 1)
    sentences.push(say.movedMost(most.name, changeText(most.change, words)));
  if (frozen > 0) sentences.push(say.stayed(number(frozen)));
  return sentences.join(' ');
}

function movedRow({ name, change, trainable, block }: Row, most: number, words: ViewWords): HTMLElement {
  const bar = element('span', { class: 'moved-bar', 'aria-hidden': 'true' }, element('span', {}));
  const [filled] = bar.children;
  const share = Number.isFinite(change) ? change / most : 1;
  // Beside a layer that moved far, one that moved a little must not look as if it had stayed.
  const least = change === 0 ? '0px' : '2px';
  if (filled instanceof HTMLElement) filled.style.width = `max(${least}, ${100 * (most > 0 ? share : 0)}%)`;
  const state = trainable ? 'trainable' : 'frozen';
  return element(
    'tr',
    { 'data-state': state },
    element(
      'th',
      { scope: 'row' },
      ...(block === undefined ? [] : [element('span', { class: 'moved-block' }, `${block} / `), ' ']),
      name,
    ),
    element('td', { class: 'moved-change' }, bar, element('span', {}, changeText(change, words))),
    element('td', {}, element('span', { class: `layer-state layer-${state}` }, words.output[state])),
  );
}

function changeText(change: number, words: PanelWords): string {
  if (change === Number.POSITIVE_INFINITY) return transferViewWords[words.language].fromZero;
  if (Number.isNaN(change)) return 'NaN';
  return words.format.number(change);
}
