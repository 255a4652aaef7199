import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';
import type { ShownOutput } from './show-output.ts';

/** A bar with its numbers beside it: `EfficientNet-Lite0 · 3.1 of 5.0 MB`. */
export function showProgress(part: OutputOf<'progress'>, words: PanelWords): ShownOutput {
  const bar = element('progress', { 'aria-label': part.label });
  const numbers = element('span', {});
  const node = element('p', { class: 'progress-line' }, element('span', {}, part.label), bar, numbers);

  function update(next: OutputOf<'progress'>): void {
    bar.max = Math.max(next.total, 1);
    bar.value = Math.min(next.loaded, bar.max);
    numbers.textContent = `${amount(next.loaded, next.unit, words)} / ${amount(next.total, next.unit, words)}`;
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

function amount(value: number, unit: 'bytes' | 'steps', words: PanelWords): string {
  if (unit === 'steps') return words.number.format(value);
  return `${words.number.format(Math.round(value / 1e5) / 10)} MB`;
}
