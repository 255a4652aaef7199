import { element } from '../../dom/element.ts';
import type { ViewWords } from '../shown-output.ts';
import { liveViewWords } from './live-view-words.ts';

/** The name of the most probable class, and a bar from 0 to 100 % for each class, always in the same order. */
export interface LiveBars {
  readonly nodes: readonly HTMLElement[];
  /** Shows the probabilities of the classes, 0 to 1; none for `null`. @returns the most probable class, empty for none */
  show(probabilities: readonly number[] | null): string;
}

export function createLiveBars(classNames: readonly string[], words: ViewWords): LiveBars {
  const viewWords = liveViewWords[words.language];
  const best = element('p', { class: 'prediction-name live-best' });
  const rows = classNames.map((name) => {
    const filled = element('span');
    const share = element('span', { class: 'prediction-share' });
    const node = element(
      'li',
      {},
      element('span', { class: 'prediction-label' }, name),
      ' ',
      element('span', { class: 'share-bar', 'aria-hidden': 'true' }, filled),
      ' ',
      share,
    );
    return { node, filled, share };
  });
  const list = element(
    'ol',
    { class: 'prediction-bars live-bars', 'aria-label': viewWords.classes },
    ...rows.map(({ node }) => node),
  );

  function show(probabilities: readonly number[] | null): string {
    const top = probabilities?.indexOf(Math.max(...probabilities)) ?? -1;
    rows.forEach(({ node, filled, share }, index) => {
      const probability = Math.max(0, Math.min(1, probabilities?.[index] || 0));
      filled.style.width = `${100 * probability}%`;
      setText(share, probabilities === null ? '–' : words.format.percent(probability, 0));
      node.classList.toggle('live-top', index === top);
    });
    setText(best, classNames[top] ?? viewWords.noPicture);
    best.classList.toggle('live-none', top < 0);
    return classNames[top] ?? '';
  }

  show(null);
  return { nodes: [best, list], show };
}

/** Keeps a text that has not changed, so that a selection in it stays. */
function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
