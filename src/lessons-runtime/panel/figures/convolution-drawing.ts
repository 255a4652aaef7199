import { element } from '../dom/element.ts';

/** Moves a rectangle of a drawing. */
export function setPlace(rect: SVGRectElement, x: number, y: number): void {
  rect.setAttribute('x', String(x));
  rect.setAttribute('y', String(y));
}

/** Draws values as squares; those that exist already are reused. */
export function drawGrid(
  group: SVGGElement,
  width: number,
  values: readonly number[],
  grey: (value: number) => number,
): void {
  while (group.children.length > values.length) group.lastElementChild?.remove();
  values.forEach((value, place) => {
    const rect = group.children[place] ?? document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    rect.setAttribute('x', String(place % width));
    rect.setAttribute('y', String(Math.floor(place / width)));
    rect.setAttribute('width', '1');
    rect.setAttribute('height', '1');
    const level = grey(value);
    rect.setAttribute('fill', `rgb(${level},${level},${level})`);
    if (rect.parentNode === null) group.append(rect);
  });
}

/** Returns the pixels of a photo, cut to a square and reduced; `null` if the browser cannot read it. */
export function readPhoto(image: HTMLImageElement, side: number): Uint8ClampedArray | null {
  const canvas = element('canvas', { width: String(side), height: String(side) });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const { naturalWidth: width, naturalHeight: height } = image;
  const square = Math.min(width, height);
  if (context === null || square === 0) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, (width - square) / 2, (height - square) / 2, square, square, 0, 0, side, side);
  return context.getImageData(0, 0, side, side).data;
}
