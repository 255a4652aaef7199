import { mountPart } from '../mount-part.ts';
import { element } from './element.ts';

/** A place for a view whose script may still have to come. It keeps its place among the outputs meanwhile. */
export function lazyView<Views>(
  load: () => Promise<Views>,
  draw: (views: Views) => HTMLElement,
): HTMLElement {
  const node = element('div', { 'data-loading': true });
  mountPart(node, async () => {
    const views = await load().finally(() => node.removeAttribute('data-loading'));
    node.replaceChildren(draw(views));
  });
  return node;
}
