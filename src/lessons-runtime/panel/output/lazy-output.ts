import type { Output, OutputOf } from '../../protocol/output.ts';
import { lazyView } from '../dom/lazy-view.ts';
import type { ShownOutput } from './shown-output.ts';

/**
 * Creates the view of an output whose script may not be loaded yet. Later versions of the output update the view; if they
 * arrive before the script, the view is drawn with the latest.
 */
export function lazyOutput<Part extends OutputOf<'chart' | 'layers' | 'live' | 'predictions'>>(
  first: Part,
  load: () => Promise<(part: Part) => ShownOutput>,
  isSame = (next: Output): next is Part =>
    next.kind === first.kind && 'id' in next && 'id' in first && next.id === first.id,
): ShownOutput {
  let latest = first;
  let view: ShownOutput | null = null;
  return {
    node: lazyView(load, (draw) => {
      view = draw(latest);
      return view.node;
    }),
    update(next) {
      if (!isSame(next)) return false;
      latest = next;
      return view === null || view.update?.(next) === true;
    },
  };
}
