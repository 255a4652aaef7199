import { element } from '../element.ts';

/**
 * A place for a view whose script may still have to come. It keeps its place among the outputs meanwhile.
 *
 * @param failed what is said where the script does not come
 */
export function laterView<Views>(
  load: () => Promise<Views>,
  draw: (views: Views) => HTMLElement,
  failed: string,
): HTMLElement {
  const node = element('div', { 'data-loading': true });
  const fill = (content: Node | string): void => {
    node.replaceChildren(content);
    node.removeAttribute('data-loading');
  };
  load().then(
    (views) => fill(draw(views)),
    () => fill(failed),
  );
  return node;
}
