import type { ShowContext } from '../shown-output.ts';
import { afterChange, type BarTimes, type ProgressLine } from './bar-times.ts';
import { createFold, type Fold } from './fold-bars.ts';
import { createRunProgress, type RunProgress } from './run-progress.ts';

/** What is known about a cell whose bars are followed. */
interface Followed {
  /** The bars of the current or the last run. */
  readonly bars: Map<ProgressLine, BarTimes>;
  readonly fold: Fold;
  /** Shows the progress outside the output; `null` while the cell does not run. */
  head: RunProgress | null;
}

const followed = new WeakMap<ShowContext, Followed>();

/**
 * Shows a change of a progress bar: the latest progress of a running cell in its head and in the lesson bar, and completed bars
 * folded into one line.
 *
 * @param lines all bars of the cell, also those of earlier runs, which it removes
 */
export function followProgress(line: ProgressLine, lines: ProgressLine[], context: ShowContext): void {
  const section = line.node.closest<HTMLElement>('[data-cell]');
  // The bar of an earlier run, or one that is not in a cell.
  if (section === null) return;
  const state = followed.get(context) ?? createFollowed(context);
  followed.set(context, state);
  for (const each of lines) if (!each.node.isConnected) state.bars.delete(each);
  lines.splice(0, lines.length, ...lines.filter(({ node }) => node.isConnected));

  const now = performance.now();
  for (const each of lines) {
    if (each !== line && state.bars.has(each)) continue;
    state.bars.set(each, afterChange(state.bars.get(each) ?? null, each.part, now));
  }
  state.fold.show(state.bars);
  if (section.dataset['status'] !== 'running') return;
  state.head ??= createRunProgress(section, context, () => {
    state.head = null;
  });
  state.head.show([...state.bars.values()]);
}

function createFollowed(context: ShowContext): Followed {
  return { bars: new Map(), fold: createFold(context), head: null };
}
