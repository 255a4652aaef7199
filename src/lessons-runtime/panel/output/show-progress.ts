import type { OutputOf } from '../../protocol/output.ts';
import { loadPart } from '../../shared/load-part.ts';
import { element } from '../dom/element.ts';
import type { ProgressLine } from './progress/bar-times.ts';
import type { ShowContext, ShownOutput, ViewWords } from './shown-output.ts';

/** The progress bars of each list of outputs, also those of earlier runs. */
const linesOf = new WeakMap<ShowContext, ProgressLine[]>();
/** A single download that takes no longer is shown in the output only, because a first run often has one. */
const shortSeconds = 3;
let following: Promise<typeof import('./progress/follow-progress.ts') | null> | null = null;

/** Creates a progress bar with its label and numbers: `EfficientNet-Lite0 · 3.1 MB / 5 MB · 4 s left`. */
export function showProgress(part: OutputOf<'progress'>, context: ShowContext): ShownOutput {
  const label = element('span', {});
  const bar = element('progress', {});
  const numbers = element('span', {});
  const node = element('p', { class: 'progress-line' }, label, bar, numbers);
  const line: ProgressLine = { node, part };
  const lines = linesOf.get(context) ?? [];
  linesOf.set(context, lines);
  lines.push(line);

  function update(next: OutputOf<'progress'>): void {
    line.part = next;
    label.textContent = next.label;
    bar.setAttribute('aria-label', next.label);
    bar.max = Math.max(next.total, 1);
    // A total of 0 is unknown: a bar without a value is indeterminate.
    if (next.total > 0) bar.value = Math.min(next.loaded, bar.max);
    else bar.removeAttribute('value');
    numbers.textContent = numbersText(next, context.words);
    follow(line, lines, context);
  }

  update(part);
  return {
    node,
    update(next) {
      if (next.kind !== 'progress' || next.id !== part.id) return false;
      update(next);
      return true;
    },
  };
}

/** Shows the progress in the cell's head and in the lesson bar too, and folds completed bars. */
function follow(line: ProgressLine, lines: ProgressLine[], context: ShowContext): void {
  const { unit, secondsLeft = 0 } = line.part;
  if (unit === 'bytes' && secondsLeft < shortSeconds && lines.length < 2) return;
  // If the script cannot be loaded, the bars in the output still show the progress.
  following ??= loadPart(() => import('./progress/follow-progress.ts')).catch(() => null);
  void following.then((loaded) => loaded?.followProgress(line, lines, context));
}

function numbersText(part: OutputOf<'progress'>, words: ViewWords): string {
  const { loaded, total, unit, secondsLeft } = part;
  const amounts = total > 0 ? [loaded, total] : [loaded];
  const text = amounts.map((amount) => amountText(amount, unit, words)).join(' / ');
  return secondsLeft === undefined ? text : `${text} · ${words.timeLeft(words.format.duration(secondsLeft))}`;
}

function amountText(amount: number, unit: 'bytes' | 'steps', { format }: ViewWords): string {
  return unit === 'steps' ? format.count(amount) : format.bytes(amount);
}
