import type { OutputOf } from '../../../protocol/output.ts';
import { scrollBox } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import { exampleCanvas } from '../example-picture.ts';
import { shareText } from '../number-text.ts';
import type { ShowContext, ViewWords } from '../shown-output.ts';
import { reportWords } from './report-words.ts';

type Part = OutputOf<'report'>;

/**
 * Creates the view of a model's accuracy: the accuracy, the confusion matrix with the pictures behind each cell, and the
 * examples with the highest loss.
 */
export function showReport(part: Part, context: ShowContext): HTMLElement {
  const { words } = context;
  const viewWords = reportWords[words.language];
  const { count } = words.format;
  const share = part.total === 0 ? Number.NaN : part.right / part.total;
  const node = element(
    'div',
    { class: 'report' },
    element(
      'p',
      { class: 'report-head' },
      element('strong', { class: 'large-number' }, shareText(share, words.format)),
      ` ${viewWords.accuracy} · ${viewWords.right(count(part.right), count(part.total))}`,
    ),
  );
  if (part.matrix.length > 0) node.append(showMatrix(part, context));
  if (part.worst.length > 0) {
    const examples = part.worst.map((example) => worstExample(example, words));
    node.append(
      element('p', { class: 'report-title' }, viewWords.worst(part.worst.length)),
      element('ol', { class: 'mistakes' }, ...examples),
    );
  }
  return node;
}

interface Cell {
  readonly label: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the examples of the label. */
  readonly share: number;
}

function cellsOf({ matrix, classNames }: Part): readonly (readonly Cell[])[] {
  return classNames.map((_, label) => {
    const row = matrix[label] ?? [];
    const total = row.reduce((sum, each) => sum + each, 0);
    return classNames.map((__, predicted) => {
      const count = row[predicted] ?? 0;
      return { label, predicted, count, share: total === 0 ? 0 : count / total };
    });
  });
}

/** Creates the matrix, and below it the pictures of the chosen cell: at first of the most frequent mistake. */
function showMatrix(part: Part, { words, announce }: ShowContext): HTMLElement {
  const viewWords = reportWords[words.language];
  const name = (label: number): string => part.classNames[label] ?? String(label);
  const sentence = ({ label, predicted, count, share }: Cell): string =>
    viewWords.cell(name(label), name(predicted), count, shareText(share, words.format));
  const examples = element('div', { class: 'confusion-examples' });
  const buttons = new Map<Cell, HTMLElement>();

  function choose(chosen: Cell): void {
    for (const [cell, button] of buttons) button.setAttribute('aria-pressed', String(cell === chosen));
    examples.replaceChildren(...cellExamples(part, chosen, sentence(chosen), words));
  }

  function cellNode(cell: Cell): HTMLElement {
    const { label, predicted, count, share } = cell;
    const state = label === predicted ? 'right' : 'wrong';
    if (count === 0) return element('td', { class: 'confusion-none' }, '0');
    const button = element(
      'button',
      { type: 'button', class: `confusion-cell confusion-${state}` },
      element('span', { class: 'visually-hidden' }, `${viewWords.answer(name(label), name(predicted))}: `),
      element('span', { class: 'confusion-count' }, words.format.count(count)),
      ' ',
      element('span', { class: 'confusion-share' }, shareText(share, words.format)),
    );
    button.style.setProperty('--share', String(Math.round(share * 100)));
    button.addEventListener('click', () => {
      choose(cell);
      announce(examples.textContent ?? '');
    });
    buttons.set(cell, button);
    return element('td', {}, button);
  }

  const cells = cellsOf(part);
  const head = part.classNames.map((each) => element('th', { scope: 'col' }, viewWords.says(each)));
  const rows = cells.map((row, label) =>
    element('tr', {}, element('th', { scope: 'row' }, name(label)), ...row.map(cellNode)),
  );
  const table = element(
    'table',
    { class: 'confusion' },
    element('thead', {}, element('tr', {}, element('td', {}, viewWords.isSays), ...head)),
    element('tbody', {}, ...rows),
  );
  const first = mostFrequent(cells.flat());
  if (first !== undefined) choose(first);
  return element(
    'div',
    {},
    element('p', { class: 'report-title' }, viewWords.matrix),
    element('p', { class: 'report-hint' }, viewWords.matrixHint),
    scrollBox(table, viewWords.matrix),
    examples,
  );
}

/** Returns the most frequent mistake; without mistakes, the most frequent of all cells. */
function mostFrequent(cells: readonly Cell[]): Cell | undefined {
  const filled = cells.filter(({ count }) => count > 0);
  const isMistake = ({ label, predicted }: Cell) => Number(label !== predicted);
  const [first] = filled.toSorted(
    (one, other) => isMistake(other) - isMistake(one) || other.count - one.count,
  );
  return first;
}

function cellExamples(
  { examples, classNames }: Part,
  { label, predicted }: Cell,
  sentence: string,
  words: ViewWords,
): readonly HTMLElement[] {
  const viewWords = reportWords[words.language];
  const shown = examples.filter((example) => example.label === label && example.predicted === predicted);
  const pictures = shown.flatMap(({ picture }) => (picture === null ? [] : [picture]));
  const detail = pictures.length === 0 ? viewWords.noPictures : viewWords.differentPictures(pictures.length);
  const canvases = pictures.map((picture) =>
    exampleCanvas(picture, viewWords.exampleOf(classNames[label] ?? '')),
  );
  return [element('p', {}, `${sentence}. ${detail}`), element('div', { class: 'thumbnails' }, ...canvases)];
}

function worstExample(example: Part['worst'][number], words: ViewWords): HTMLElement {
  const viewWords = reportWords[words.language];
  const { name, label, predicted, loss, copies, picture } = example;
  const probability = shareText(example.probability, words.format);
  const isRight = label === predicted;
  const prediction = isRight
    ? `✓ ${viewWords.predictedRight(probability)}`
    : `✗ ${viewWords.predictedWrong(predicted, probability)}`;
  const caption = element(
    'figcaption',
    {},
    element('span', { class: 'mistake-name', title: name }, label),
    element('span', { class: isRight ? 'told-right' : 'told-wrong' }, prediction),
    element('span', { class: 'mistake-loss' }, viewWords.loss(words.format.number(loss))),
  );
  if (copies > 1) caption.append(element('span', { class: 'mistake-loss' }, viewWords.copies(copies)));
  const figure = element('figure', {}, caption);
  if (picture !== null) figure.prepend(exampleCanvas(picture, viewWords.exampleOf(label)));
  return element('li', {}, figure);
}
