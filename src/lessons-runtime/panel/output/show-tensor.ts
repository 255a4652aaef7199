import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../element.ts';
import type { PanelWords } from '../words.ts';

/** Shape and type, what the values range over, and the values as tfjs prints them. */
export function showTensor(part: OutputOf<'tensor'>, words: PanelWords): HTMLElement {
  const shape = element('code', {}, `Tensor [${part.shape.join(', ')}] ${part.dtype}`);
  const head = element('p', { class: 'tensor-head' }, shape);
  if (part.range !== null) {
    const { min, max, mean } = part.range;
    head.append(element('span', { class: 'tensor-range' }, words.range(brief(min), brief(max), brief(mean))));
  }
  return element('div', {}, head, element('pre', { tabindex: '0', 'aria-label': words.shape }, part.preview));
}

function brief(value: number): string {
  return String(Number.parseFloat(value.toPrecision(4)));
}
