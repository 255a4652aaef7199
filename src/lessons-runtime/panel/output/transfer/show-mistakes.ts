import type { OutputOf } from '../../../protocol/output.ts';
import { element } from '../../dom/element.ts';
import { pixelCanvas } from '../pixel-canvas.ts';
import type { ViewWords } from '../shown-output.ts';
import { transferViewWords } from './transfer-view-words.ts';

type Part = OutputOf<'mistakes'>;

/** How many a model told right, and those of the highest loss: picture, what it said, what it is. */
export function showMistakes(part: Part, words: ViewWords): HTMLElement {
  const say = transferViewWords[words.language];
  const number = (value: number) => words.format.count(value);
  const share = part.total === 0 ? Number.NaN : part.right / part.total;
  const node = element(
    'div',
    {},
    element(
      'p',
      {},
      element('strong', {}, say.right(number(part.right), number(part.total), words.format.percent(share))),
    ),
  );
  if (part.worst.length === 0) return node;
  node.append(
    element('p', {}, say.worst(number(part.worst.length))),
    element('ol', { class: 'mistakes' }, ...part.worst.map((each) => mistake(each, words))),
  );
  return node;
}

function mistake(each: Part['worst'][number], words: ViewWords): HTMLElement {
  const say = transferViewWords[words.language];
  const { name, label, predicted, probability, loss, picture } = each;
  const isRight = label === predicted;
  const told = isRight
    ? say.toldRight(label, words.format.percent(probability))
    : say.toldWrong(predicted, words.format.percent(probability), label);
  const caption = element(
    'figcaption',
    {},
    element('span', { class: 'mistake-name' }, say.example(name)),
    element('span', { class: isRight ? 'told-right' : 'told-wrong' }, `${isRight ? '✓' : '✗'} ${told}`),
    element('span', { class: 'mistake-loss' }, say.loss(words.format.number(loss))),
  );
  const figure = element('figure', {}, caption);
  if (picture !== null) {
    const pixels = new Uint8ClampedArray(picture.pixels);
    figure.prepend(pixelCanvas(pixels, picture.width, picture.height, say.example(name)));
  }
  return element('li', {}, figure);
}
