import type { OutputOf } from '../../../protocol/output.ts';
import { dataTable } from '../../dom/data-table.ts';
import { element } from '../../dom/element.ts';
import { exampleCanvas } from '../example-picture.ts';
import { shareText } from '../number-text.ts';
import type { ViewWords } from '../shown-output.ts';
import { exampleWords } from './example-words.ts';

type Part = OutputOf<'predictions'>;
type Item = Part['items'][number];

/** Creates a card for each picture: the picture, the name of the most probable class, and bars from 0 to 100 %. */
export function showPredictions({ items, omitted }: Part, words: ViewWords): HTMLElement {
  const node = element('div', { class: 'predictions' }, ...items.map((item) => card(item, words)));
  if (omitted > 0) node.append(element('p', {}, exampleWords[words.language].morePictures(omitted)));
  return node;
}

function card({ guesses, picture }: Item, words: ViewWords): HTMLElement {
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
    details(guesses, words),
  );
  const label = viewWords.prediction(best?.label ?? '', share(best?.probability ?? Number.NaN));
  const figure = element('figure', { class: 'prediction', 'aria-label': label }, body);
  if (picture !== null) figure.prepend(exampleCanvas(picture, viewWords.networkInput));
  return figure;
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
