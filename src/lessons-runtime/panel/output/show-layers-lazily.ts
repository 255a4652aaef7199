import type { Output, OutputOf } from '../../protocol/output.ts';
import { loadPart } from '../../shared/load-part.ts';
import { element } from '../dom/element.ts';
import { mountPart } from '../mount-part.ts';
import type { ShowContext, ShownOutput } from './shown-output.ts';

/** The views of transfer learning: a script of their own, which comes with the first of them. */
export type TransferViews = typeof import('./transfer/transfer-views.ts');

export const loadTransferViews = (): Promise<TransferViews> =>
  loadPart(() => import('./transfer/transfer-views.ts'));

/** A panel of layers, which later parts redraw in place. */
export function showLayersLazily(part: OutputOf<'layers'>, context: ShowContext): ShownOutput {
  const node = element('div', { 'data-loading': true });
  let latest = part;
  let view: ShownOutput | null = null;
  mountPart(node, async () => {
    const views = await loadTransferViews().finally(() => node.removeAttribute('data-loading'));
    view = views.showLayers(latest, context);
    node.replaceChildren(view.node);
  });
  return {
    node,
    update(next: Output) {
      if (next.kind !== 'layers' || next.id !== part.id) return false;
      latest = next;
      return view === null || view.update?.(next) === true;
    },
  };
}
