import type { OutputOf } from '../../protocol/output.ts';
import { scrollBox } from '../dom/data-table.ts';
import { element } from '../dom/element.ts';
import {
  type LayerBlock,
  type LayerRow,
  type LayerState,
  layerBlocks,
  longModel,
  stateOf,
} from './layer-blocks.ts';
import { layerStateLabel } from './layer-state-label.ts';
import type { ViewWords } from './shown-output.ts';

/** Creates the table of a model's layers with their states. Blocks of layers can be folded; in a long model they are. */
export function showModel(part: OutputOf<'model'>, words: ViewWords): HTMLElement {
  const blocks = layerBlocks(part.layers);
  const isFolded = part.layers.length > longModel;
  const sections = blocks.map((block) =>
    block.name === '' ? plainRows(block, words) : foldingRows(block, isFolded, words),
  );
  const headings = words.output.modelColumns.map((column, index) =>
    element('th', { scope: 'col', class: index === 4 ? 'numeric' : false }, column),
  );
  const table = element(
    'table',
    { class: 'model-table' },
    element('thead', {}, element('tr', {}, ...headings)),
    ...sections.map(({ body }) => body),
  );
  const node = element('div', {}, modelHead(part, words));
  if (part.layers.length > 0) node.append(scrollBox(table, part.name));
  const folds = sections.flatMap(({ fold }) => (fold === undefined ? [] : [fold]));
  if (folds.length > 1) node.append(foldAllButton(folds, isFolded, words));
  return node;
}

type ModelHead = Pick<OutputOf<'model'>, 'name' | 'layers' | 'parameters' | 'trainableParameters'>;

/** Creates the heading of a model: its name, its parameters, and a bar with the trainable share of them. */
export function modelHead(part: ModelHead, words: ViewWords): HTMLElement {
  const number = (value: number) => words.format.count(value);
  const { parameters, trainableParameters } = part;
  const frozen = Math.max(0, parameters - trainableParameters);
  const sum = words.output.parameters(number(parameters), number(trainableParameters), number(frozen));
  const share = element('span', { class: 'model-share', 'aria-hidden': 'true' }, element('span', {}));
  const [filled] = share.children;
  if (filled instanceof HTMLElement && parameters > 0) {
    filled.style.width = `${(100 * trainableParameters) / parameters}%`;
  }
  const head = element('p', { class: 'tensor-head' }, element('code', {}, part.name));
  // The parameters of a layer that is not built yet are unknown.
  if (part.layers.some((layer) => layer.parameters === null)) return head;
  head.append(element('span', {}, sum));
  if (parameters > 0) head.append(share);
  return head;
}

interface Section {
  readonly body: HTMLElement;
  /** Folds or unfolds the block; absent for a single layer. */
  readonly fold?: (isFolded: boolean) => void;
}

function plainRows({ layers }: LayerBlock, words: ViewWords): Section {
  return { body: element('tbody', {}, ...layers.map((layer) => layerRow(layer, words))) };
}

function foldingRows({ name, layers }: LayerBlock, isFolded: boolean, words: ViewWords): Section {
  const button = element('button', { type: 'button', class: 'model-fold' }, name);
  const rows = layers.map((layer) => layerRow(layer, words));
  const head = element(
    'tr',
    { class: 'model-block' },
    element('th', { scope: 'rowgroup' }, button),
    stateCell(stateOf(layers), words),
    element('td', {}, words.output.layers(layers.length)),
    element('td', {}, layers.at(-1)?.outputShape ?? ''),
    parameterCell(sumOf(layers), words),
  );
  let isFoldedNow = isFolded;
  const fold = (next: boolean): void => {
    isFoldedNow = next;
    button.setAttribute('aria-expanded', String(!isFoldedNow));
    for (const row of rows) row.hidden = isFoldedNow;
  };
  button.addEventListener('click', () => fold(!isFoldedNow));
  fold(isFolded);
  return { body: element('tbody', {}, head, ...rows), fold };
}

function sumOf(layers: readonly LayerRow[]): number | null {
  return layers.reduce<number | null>(
    (sum, { parameters }) => (sum === null || parameters === null ? null : sum + parameters),
    0,
  );
}

function layerRow(layer: LayerRow, words: ViewWords): HTMLElement {
  return element(
    'tr',
    { class: layer.block === undefined ? false : 'model-inner' },
    element('td', {}, layer.name),
    stateCell(stateOf([layer]), words),
    element('td', {}, layer.type),
    element('td', {}, layer.outputShape),
    parameterCell(layer.parameters, words),
  );
}

function parameterCell(parameters: number | null, words: ViewWords): HTMLElement {
  return element('td', { class: 'numeric' }, parameters === null ? '?' : words.format.count(parameters));
}

function stateCell(state: LayerState, words: ViewWords): HTMLElement {
  return element('td', {}, layerStateLabel(state, words));
}

/** Creates the button that folds or unfolds all blocks. */
function foldAllButton(
  folds: readonly ((isFolded: boolean) => void)[],
  isFolded: boolean,
  words: ViewWords,
): HTMLElement {
  let isFoldedNow = isFolded;
  const label = () => (isFoldedNow ? words.output.unfoldBlocks : words.output.foldBlocks);
  const button = element('button', { type: 'button', class: 'output-button' }, label());
  button.addEventListener('click', () => {
    isFoldedNow = !isFoldedNow;
    for (const fold of folds) fold(isFoldedNow);
    button.textContent = label();
  });
  return element('p', { class: 'table-foot' }, button);
}
