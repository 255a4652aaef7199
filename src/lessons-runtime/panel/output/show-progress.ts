import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import type { ShownOutput, ViewWords } from './shown-output.ts';

/** Creates a progress bar with its label and numbers: `EfficientNet-Lite0 · 3.1 MB / 5 MB · 4 s left`. */
export function showProgress(part: OutputOf<'progress'>, words: ViewWords): ShownOutput {
  const label = element('span', {});
  const bar = element('progress', {});
  const numbers = element('span', {});
  const node = element('p', { class: 'progress-line' }, label, bar, numbers);

  function update(next: OutputOf<'progress'>): void {
    label.textContent = next.label;
    bar.setAttribute('aria-label', next.label);
    bar.max = Math.max(next.total, 1);
    // A total of 0 is unknown: a bar without a value is indeterminate.
    if (next.total > 0) bar.value = Math.min(next.loaded, bar.max);
    else bar.removeAttribute('value');
    numbers.textContent = numbersText(next, words);
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

function numbersText(part: OutputOf<'progress'>, words: ViewWords): string {
  const { loaded, total, unit, secondsLeft } = part;
  const amounts = total > 0 ? [loaded, total] : [loaded];
  const text = amounts.map((amount) => amountText(amount, unit, words)).join(' / ');
  return secondsLeft === undefined ? text : `${text} · ${words.timeLeft(words.format.duration(secondsLeft))}`;
}

function amountText(amount: number, unit: 'bytes' | 'steps', { format }: ViewWords): string {
  return unit === 'steps' ? format.count(amount) : format.bytes(amount);
}
