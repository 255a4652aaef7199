import { element } from '../../dom/element.ts';
import type { ShowContext } from '../shown-output.ts';
import { type BarGroup, type BarTimes, groupOf, isComplete, type ProgressLine, sumUp } from './bar-times.ts';
import { progressWords } from './progress-words.ts';

/** Folds the completed progress bars of a cell: several of one group into one line, which opens to show them. */
export interface Fold {
  /** Shows the bars of the current run, in their order. */
  show(bars: ReadonlyMap<ProgressLine, BarTimes>): void;
}

interface FoldedLine {
  readonly details: HTMLDetailsElement;
  readonly summary: HTMLElement;
  /** The outputs that contained the bars. */
  readonly frames: Map<ProgressLine, HTMLElement>;
}

export function createFold({ words }: ShowContext): Fold {
  const texts = progressWords[words.language];
  const folded = new Map<BarGroup, FoldedLine>();

  function createLine(): FoldedLine {
    const summary = element('summary');
    return { details: element('details', { class: 'progress-fold' }, summary), summary, frames: new Map() };
  }

  /** Puts a bar back into its own output, because it shows another training. */
  function unfold(line: ProgressLine, { frames }: FoldedLine): void {
    const frame = frames.get(line);
    frames.delete(line);
    if (frame === undefined) return;
    frame.hidden = false;
    frame.append(line.node);
  }

  function showGroup(group: BarGroup, bars: ReadonlyMap<ProgressLine, BarTimes>): void {
    const all = [...bars].filter(([{ part }]) => groupOf(part) === group);
    const complete = all.filter(([{ part }]) => isComplete(part));
    const known = folded.get(group);
    // After a new run, the line is no longer in the page.
    const line = known?.details.isConnected === true ? known : createLine();
    for (const [each] of all) if (line.frames.has(each) && !isComplete(each.part)) unfold(each, line);
    const { count, seconds, loaded } = sumUp(complete.map(([, times]) => times));
    if (complete.length < 2 && !line.details.isConnected) return;
    folded.set(group, line);
    line.summary.textContent =
      group === 'trainings'
        ? texts.trainings(count, seconds === null ? null : words.format.duration(seconds))
        : texts.downloads(count, words.format.bytes(loaded));
    for (const [each] of complete) {
      const frame = each.node.parentElement;
      if (line.frames.has(each) || frame === null) continue;
      line.frames.set(each, frame);
      if (line.details.isConnected) frame.hidden = true;
      else frame.append(line.details);
      line.details.append(each.node);
    }
  }

  return {
    show(bars) {
      showGroup('downloads', bars);
      showGroup('trainings', bars);
    },
  };
}
