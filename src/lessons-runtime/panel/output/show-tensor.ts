import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { histogram } from './histogram.ts';
import { pixelCanvas } from './pixel-canvas.ts';
import type { ViewWords } from './shown-output.ts';

type Tensor = OutputOf<'tensor'>;

/**
 * Creates the view of a tensor: type, shape, range and histogram of its values, pictures if it has any, and the values, which are
 * folded below pictures.
 */
export function showTensor(part: Tensor, words: ViewWords): HTMLElement {
  const shape = words.format.shape(part.shape);
  const node = element('div', {}, tensorHead(part, shape, words));
  if (part.disposed === true) {
    node.append(element('p', { class: 'tensor-disposed' }, words.output.disposed));
    return node;
  }
  const label = words.output.tensorValues(shape);
  const values = element(
    'pre',
    { class: 'tensor-values', tabindex: '0', role: 'group', 'aria-label': label },
    part.preview,
  );
  if (part.pictures === undefined) {
    node.append(values);
    return node;
  }
  const folded = element('details', { class: 'output-fold' }, element('summary', {}, label), values);
  node.append(showPictures(part.pictures, words), folded);
  return node;
}

function tensorHead(part: Tensor, shape: string, words: ViewWords): HTMLElement {
  const { variable, range, nan = 0, infinite = 0 } = part;
  const type = variable === undefined ? 'Tensor' : 'Variable';
  const head = element('p', { class: 'tensor-head' }, element('code', {}, `${type} ${shape} ${part.dtype}`));
  const add = (text: string, className = 'tensor-range') =>
    head.append(element('span', { class: className }, text));
  if (variable !== undefined) {
    add(variable.name);
    if (variable.trainable !== undefined) {
      add(variable.trainable ? words.output.trainable : words.output.frozen);
    }
  }
  // The range of a single value would only repeat that value.
  if (range !== null && part.shape.some((size) => size !== 1)) {
    add(
      words.output.range(
        words.format.number(range.min),
        words.format.number(range.max),
        words.format.number(range.mean),
      ),
    );
  }
  if (nan > 0) add(words.output.notNumbers(words.format.count(nan)), 'tensor-warning');
  if (infinite > 0) add(words.output.infinities(words.format.count(infinite)), 'tensor-warning');
  if (range !== null && part.histogram !== undefined) head.append(histogram(part.histogram, range, words));
  return head;
}

function showPictures(pictures: NonNullable<Tensor['pictures']>, words: ViewWords): HTMLElement {
  const { width, height, count, total, values } = pictures;
  const bytes = width * height * 4;
  const canvases = Array.from({ length: count }, (_, index) => {
    const pixels = new Uint8ClampedArray(pictures.pixels, index * bytes, bytes);
    const label =
      total === 1
        ? words.output.pictureOfTensor
        : words.output.pictureOfBatch(words.format.count(index + 1), words.format.count(total));
    return pixelCanvas(pixels, width, height, label, total === 1 ? 160 : 64);
  });
  const shown = words.output.picturesShown(words.format.count(count), words.format.count(total));
  const caption = words.output.pictureValues[values] + (total > count ? ` · ${shown}` : '');
  return element(
    'figure',
    { class: 'tensor-pictures' },
    element('div', { class: total === 1 ? 'picture-alone' : 'picture-grid' }, ...canvases),
    element('figcaption', {}, caption),
  );
}
