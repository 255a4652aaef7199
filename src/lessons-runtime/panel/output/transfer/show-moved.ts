import type { OutputOf } from '../../../protocol/output.ts';
import { scrollBox } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import type { PanelWords } from '../../words/panel-words.ts';
import { layerStateLabel } from '../layer-state-label.ts';
import type { ViewWords } from '../shown-output.ts';
import { transferViewWords } from './transfer-view-words.ts';

type Part = OutputOf<'moved'>;
type Row = Part['layers'][number];

/** Creates the view of how far each layer's weights moved: a sentence, and a table with a bar in each row. */
export function showMoved(part: Part, words: ViewWords): HTMLElement {
  const viewWords = transferViewWords[words.language];
  const maxChange = Math.max(0, ...part.layers.map(({ change }) => (Number.isFinite(change) ? change : 0)));
  const headings = viewWords.movedColumns.map((column) => element('th', { scope: 'col' }, column));
  const table = element(
    'table',
    { class: 'moved-table' },
    element('thead', {}, element('tr', {}, ...headings)),
    element('tbody', {}, ...movedRows(part.layers, words).map((row) => movedRow(row, maxChange, words))),
  );
  return element(
    'div',
    {},
    element(
      'p',
      { class: 'tensor-head' },
      element('code', {}, part.name),
      element('span', {}, viewWords.movedMeasure),
    ),
    element('p', {}, movedSentence(part, words)),
    scrollBox(table, viewWords.movedMeasure),
  );
}

/** More consecutive frozen layers, all with a change of 0, are shown as one row. */
const maxFrozenRows = 3;

/** Returns the rows of the table: the layers in order, with long sequences of unchanged frozen layers merged into one row. */
export function movedRows(layers: readonly Row[], words: PanelWords): readonly Row[] {
  const isFrozen = ({ change, trainable }: Row) => change === 0 && !trainable;
  const rows: Row[] = [];
  for (let from = 0, to = 0; from < layers.length; from = to) {
    to = from + 1;
    const [first] = layers.slice(from, to);
    if (first === undefined) break;
    if (isFrozen(first)) while (to < layers.length && layers.slice(to, to + 1).every(isFrozen)) to += 1;
    const group = layers.slice(from, to);
    const last = group.at(-1) ?? first;
    if (group.length <= maxFrozenRows) rows.push(...group);
    else {
      const parameters = group.reduce((sum, layer) => sum + layer.parameters, 0);
      const name = transferViewWords[words.language].fromTo(first.name, last.name, group.length);
      rows.push({ name, parameters, change: 0, trainable: false });
    }
  }
  return rows;
}

/** Summarises the changes: how many layers moved, which moved most, and how many stayed frozen. */
export function movedSentence({ layers }: Part, words: PanelWords): string {
  const viewWords = transferViewWords[words.language];
  const moved = layers.filter(({ change }) => change !== 0);
  const frozen = layers.filter(({ change, trainable }) => change === 0 && !trainable).length;
  const { count } = words.format;
  if (moved.length === 0) return viewWords.nothingMoved;
  const [most] = moved.toSorted((one, other) => other.change - one.change);
  const sentences = [viewWords.moved(count(moved.length), count(layers.length))];
  if (most !== undefined && moved.length > 1)
    sentences.push(viewWords.movedMost(most.name, changeText(most.change, words)));
  if (frozen > 0) sentences.push(viewWords.stayed(count(frozen)));
  return sentences.join(' ');
}

function movedRow({ name, change, trainable, block }: Row, maxChange: number, words: ViewWords): HTMLElement {
  const bar = element('span', { class: 'moved-bar', 'aria-hidden': 'true' }, element('span', {}));
  const [filled] = bar.children;
  const share = Number.isFinite(change) ? change / maxChange : 1;
  // A small change must be visible beside a large one.
  const minWidth = change === 0 ? '0px' : '2px';
  if (filled instanceof HTMLElement) {
    filled.style.width = `max(${minWidth}, ${100 * (maxChange > 0 ? share : 0)}%)`;
  }
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
    element('td', {}, layerStateLabel(state, words)),
  );
}

function changeText(change: number, words: PanelWords): string {
  if (change === Number.POSITIVE_INFINITY) return transferViewWords[words.language].fromZero;
  if (Number.isNaN(change)) return 'NaN';
  return words.format.number(change);
}
