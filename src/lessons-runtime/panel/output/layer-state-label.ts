import { element } from '../dom/element.ts';
import type { LayerState } from './layer-blocks.ts';
import type { ViewWords } from './shown-output.ts';

/** Creates the label of a layer's state. The style sheet adds a pattern and a colour to the word. */
export function layerStateLabel(state: LayerState, { output }: ViewWords): HTMLElement {
  const { trainable, frozen, partlyFrozen: mixed, noParameters: none } = output;
  const text = { trainable, frozen, mixed, none }[state];
  return element('span', { class: `layer-state layer-${state}` }, text);
}
