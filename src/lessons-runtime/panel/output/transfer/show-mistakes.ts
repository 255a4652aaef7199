import type { OutputOf } from '../../../protocol/output.ts';
import { element } from '../../dom/element.ts';
import { pixelCanvas } from '../pixel-canvas.ts';
import type { ViewWords } from '../shown-output.ts';
import { transferViewWords } from './transfer-view-words.ts';

type Part = OutputOf<'mistakes'>;

/** Creates the view of a model's accuracy and of the examples with the highest loss: picture, prediction and label. */
export function showMistakes(part: Part, words: ViewWords): HTMLElement {
  const viewWords = transferViewWords[words.language];
  const { count, percent } = words.format;
  const share = part.total === 0 ? Number.NaN : part.right / part.total;
  const node = element(
    'div',
    {},
    element(
      'p',
      {},
      element('strong', {}, viewWords.right(count(part.right), count(part.total), percent(share))),
    ),
  );
  if (part.worst.length === 0) return node;
  node.append(
    element('p', {}, viewWords.worst(count(part.worst.length))),
    element('ol', { class: 'mistakes' }, ...part.worst.map((example) => showExample(example, words))),
  );
  return node;
}

function showExample(example: Part['worst'][number], words: ViewWords): HTMLElement {
  const viewWords = transferViewWords[words.language];
  const { name, label, predicted, probability, loss, picture } = example;
  const isRight = label === predicted;
  const prediction = isRight
    ? viewWords.predictedRight(label, words.format.percent(probability))
    : viewWords.predictedWrong(predicted, words.format.percent(probability), label);
  const caption = element(
    'figcaption',
    {},
    element('span', { class: 'mistake-name' }, viewWords.example(name)),
    element('span', { class: isRight ? 'told-right' : 'told-wrong' }, `${isRight ? '✓' : '✗'} ${prediction}`),
    element('span', { class: 'mistake-loss' }, viewWords.loss(words.format.number(loss))),
  );
  const figure = element('figure', {}, caption);
  if (picture !== null) {
    const pixels = new Uint8ClampedArray(picture.pixels);
    figure.prepend(pixelCanvas(pixels, picture.width, picture.height, viewWords.example(name)));
  }
  return element('li', {}, figure);
}
