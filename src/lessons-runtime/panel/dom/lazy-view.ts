import { element } from './element.ts';
import { mountPart } from './mount-part.ts';

/** Creates a placeholder for a view whose script may not be loaded yet, and draws the view into it once it is. */
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
