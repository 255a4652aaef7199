import type { Format } from '../../shared/format.ts';
import { element } from '../dom/element.ts';
import type { Answers } from './answers.ts';

/** Draws the most probable class in large letters, and bars of all classes on a scale from 0 to 100 %. */
export function predictionBars(answers: Answers, format: Format): readonly HTMLElement[] {
  const percent = (share: number) => format.percent(share, share < 0.1 ? 1 : 0);
  const [first] = answers;
  const rows = answers.map(({ label, probability }) => {
    const bar = element('span', { class: 'prediction-bar' });
    bar.style.setProperty('--share', String(probability));
    return element(
      'li',
      {},
      element('span', { class: 'prediction-label' }, label),
      element('span', { class: 'prediction-share' }, percent(probability)),
      element('span', { class: 'prediction-track', 'aria-hidden': 'true' }, bar),
    );
  });
  const scale = [0, 0.5, 1].map((share) => element('span', {}, format.percent(share, 0)));
  return [
    element('p', { class: 'prediction-name' }, first?.label ?? ''),
    element('ol', { class: 'prediction-list' }, ...rows),
    element('p', { class: 'prediction-scale', 'aria-hidden': 'true' }, ...scale),
  ];
}
