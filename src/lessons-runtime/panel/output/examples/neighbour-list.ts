import type { OutputOf } from '../../../protocol/output.ts';
import { element } from '../../dom/element.ts';
import { exampleCanvas } from '../example-picture.ts';
import type { ViewWords } from '../shown-output.ts';

export type Point = OutputOf<'embeddings'>['points'][number];

/** Creates the picture of an example above its name. */
export function thumbnail({ name, picture }: Point, likeness?: string): HTMLElement {
  const caption = element('figcaption', {}, name);
  if (likeness !== undefined) caption.append(' ', element('span', { class: 'likeness' }, likeness));
  const figure = element('figure', { class: 'thumbnail' }, caption);
  if (picture !== null) {
    const canvas = exampleCanvas(picture, name);
    // The caption has the name.
    canvas.setAttribute('aria-hidden', 'true');
    figure.prepend(canvas);
  }
  return figure;
}

/** Creates the list of the nearest neighbours of an example, with their similarity. */
export function neighbourList(
  points: readonly Point[],
  { nearest }: Point,
  label: string,
  words: ViewWords,
): HTMLElement {
  const items = nearest.flatMap(({ index, likeness }) => {
    const neighbour = points[index];
    return neighbour === undefined
      ? []
      : [element('li', {}, thumbnail(neighbour, words.format.fixed(likeness, 2)))];
  });
  return element('ol', { class: 'neighbours', 'aria-label': label }, ...items);
}

/** Lists the nearest neighbours of an example: `jaguar 0,62, gato 0,51 y bisonte 0,40`. */
export function nearestText(points: readonly Point[], { nearest }: Point, words: ViewWords): string {
  return words.format.list(
    nearest.map(
      ({ index, likeness }) => `${points[index]?.name ?? '?'} (${words.format.fixed(likeness, 2)})`,
    ),
  );
}
