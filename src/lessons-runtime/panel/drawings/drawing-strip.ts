import type { DrawingRecord } from '../../progress/record/record-types.ts';
import { coordinatesOf, largestCoordinate } from '../../protocol/strokes.ts';
import { boundsOf } from '../../shared/geometry.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { createKeyedList } from '../dom/keyed-list.ts';
import type { drawPadWords } from './draw-pad-words.ts';
import { svgNamespace } from './draw-surface.ts';

/** The empty margin of a thumbnail, in the units of a stored drawing. */
const margin = 12;

/**
 * Creates a function that shows the stored drawings of a class as thumbnails, each with a button that removes it.
 * @param events `onRemove` is called when a button is pressed; `otherwise` is focused if the last drawing is removed
 */
export function createDrawingStrip(
  list: HTMLElement,
  words: (typeof drawPadWords)[Language],
  {
    titleOf,
    onRemove,
    otherwise,
  }: {
    readonly titleOf: (name: string) => string;
    readonly onRemove: (drawing: DrawingRecord) => void;
    readonly otherwise: HTMLElement;
  },
): (drawings: readonly DrawingRecord[]) => void {
  function draw(drawing: DrawingRecord): HTMLElement {
    const remove = element('button', { type: 'button', class: 'photo-remove' }, '×');
    const item = element('li', {}, thumbnail(drawing), remove);
    remove.addEventListener('click', () => onRemove(drawing));
    return item;
  }

  return createKeyedList(
    list,
    ({ className, id }: DrawingRecord) => `${className}/${id}`,
    draw,
    (item, { className }, index) => {
      item.querySelector('svg')?.setAttribute('aria-label', words.drawing(index + 1, titleOf(className)));
      item.querySelector('button')?.setAttribute('aria-label', words.remove(index + 1, titleOf(className)));
    },
    otherwise,
  );
}

/** Draws all strokes as one path, because a class may have hundreds of drawings. */
function thumbnail({ strokes }: DrawingRecord): SVGSVGElement {
  const [x, y] = boundsOf(strokes.map(coordinatesOf)).middle;
  const side = largestCoordinate + 2 * margin;
  const path = document.createElementNS(svgNamespace, 'path');
  // A path of length 0 shows its round ends: a dot.
  path.setAttribute('d', strokes.map((stroke) => `M${stroke.replaceAll(' ', 'L')}h0`).join(''));
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', [x - side / 2, y - side / 2, side, side].join(' '));
  svg.setAttribute('role', 'img');
  svg.append(path);
  return svg;
}
