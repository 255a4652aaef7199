import type { OutputOf } from '../../../protocol/output.ts';
import { dataTable } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import { exampleCanvas } from '../example-picture.ts';
import { shareText } from '../number-text.ts';
import type { ShowContext, ShownOutput, ViewWords } from '../shown-output.ts';
import { createCardMap } from './card-map.ts';
import { exampleWords } from './example-words.ts';

type Part = OutputOf<'predictions'>;
type Item = Part['items'][number];

/**
 * Creates a card for each picture: the picture, the name of the most probable class, and bars from 0 to 100 %. A later version of
 * the output updates the occlusion maps in place, so that the focus stays.
 */
export function showPredictions(
  { items, omitted }: Part,
  context: Pick<ShowContext, 'words' | 'announce' | 'onOcclude'>,
): ShownOutput {
  const { words } = context;
  const cards = items.map((item) => createCard(item, context));
  const node = element('div', { class: 'predictions' }, ...cards.map((card) => card.node));
  if (omitted > 0) node.append(element('p', {}, exampleWords[words.language].morePictures(omitted)));
  return {
    node,
    update(next) {
      if (next.kind !== 'predictions' || next.items.length !== cards.length) return false;
      next.items.forEach((item, place) => {
        cards[place]?.update(item);
      });
      return true;
    },
  };
}

function createCard(
  item: Item,
  context: Pick<ShowContext, 'words' | 'announce' | 'onOcclude'>,
): { readonly node: HTMLElement; readonly update: (item: Item) => void } {
  const { words } = context;
  const { guesses, picture, card } = item;
  const viewWords = exampleWords[words.language];
  const [best] = guesses;
  const share = (probability: number) => shareText(probability, words.format);
  const body = element(
    'div',
    { class: 'prediction-body' },
    element('p', { class: 'prediction-name' }, best?.label ?? ''),
    element(
      'ol',
      { class: 'prediction-bars' },
      ...guesses.map(({ label, probability }) =>
        element(
          'li',
          {},
          element('span', { class: 'prediction-label' }, label),
          ' ',
          bar(probability),
          ' ',
          element('span', { class: 'prediction-share' }, share(probability)),
        ),
      ),
    ),
  );
  const label = viewWords.prediction(best?.label ?? '', share(best?.probability ?? Number.NaN));
  const node = element('figure', { class: 'prediction', 'aria-label': label }, body);
  let update = (_: Item): void => {};
  if (picture !== null) {
    const frame = element('div', { class: 'occlusion' }, exampleCanvas(picture, viewWords.networkInput));
    node.prepend(frame);
    if (card !== undefined) {
      const map = createCardMap({ ...context, frame, card, label: best?.label ?? '' });
      body.append(map.node);
      update = ({ occlusion }) => map.update(occlusion);
      update(item);
    }
  }
  body.append(details(guesses, words));
  return { node, update: (next) => update(next) };
}

function bar(share: number): HTMLElement {
  const filled = element('span');
  filled.style.width = `${100 * Math.max(0, Math.min(1, share || 0))}%`;
  return element('span', { class: 'share-bar', 'aria-hidden': 'true' }, filled);
}

function details(guesses: Item['guesses'], words: ViewWords): HTMLElement {
  const { numbersInFull, predictionColumns } = exampleWords[words.language];
  const rows = guesses.map(({ id, label, probability, index }) => [
    id,
    label,
    words.format.exact(probability),
    String(index),
  ]);
  const numeric = [false, false, true, true];
  return element(
    'details',
    { class: 'output-fold' },
    element('summary', {}, numbersInFull),
    dataTable({ columns: predictionColumns, rows, numeric }, numbersInFull),
  );
}
