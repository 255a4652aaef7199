import { element } from '../../dom/element.ts';
import type { ShowContext } from '../shown-output.ts';
import { type BarTimes, type HeadProgress, headProgress } from './bar-times.ts';

/** The progress of a running cell, shown where it can be seen while its output is out of view. */
export interface RunProgress {
  show(bars: readonly BarTimes[]): void;
}

/** How often screen reader users are told the progress of a long run. */
const announceMilliseconds = 20_000;

/**
 * Shows the progress of a running cell in its head, which then stays in view below the lesson bar, and in the lesson bar.
 * Removes it when the run ends.
 *
 * @param section the cell; its attribute `data-seconds-expected` is how long the run will take, if that is known
 */
export function createRunProgress(
  section: HTMLElement,
  { cell, words, announce }: ShowContext,
  onEnd: () => void,
): RunProgress {
  const bar = document.querySelector<HTMLElement>('[data-lesson-bar]');
  const head = section.querySelector<HTMLElement>('.cell-bar');
  const began = performance.now();
  let announced = began;

  const inHead = createPlace('span', 'cell-progress');
  head?.querySelector('.cell-status')?.after(inHead.node);
  const inBar = createPlace('p', 'lesson-progress');
  const link = element('a', { href: `#${section.id}` }, cell);
  inBar.node.prepend(link);
  bar?.querySelector('[data-backend]')?.before(inBar.node);

  function update(): void {
    if (head !== null) head.dataset['progress'] = '';
    if (bar !== null) {
      bar.dataset['progress'] = '';
      const { position, top } = getComputedStyle(bar);
      const below = position === 'sticky' ? (Number.parseFloat(top) || 0) + bar.offsetHeight : 0;
      section.style.setProperty('--below-lesson-bar', `${below}px`);
    }
  }

  function end(): void {
    observer.disconnect();
    // Otherwise the focus would be lost with the link.
    if (link === document.activeElement) bar?.querySelector<HTMLElement>('[data-action=run-all]')?.focus();
    inHead.node.remove();
    inBar.node.remove();
    for (const each of [head, bar]) delete each?.dataset['progress'];
    onEnd();
  }

  const observer = new MutationObserver(() => {
    if (section.dataset['status'] !== 'running') end();
  });
  observer.observe(section, { attributes: true, attributeFilter: ['data-status'] });

  function secondsLeftOfCell(): number | null {
    const expected = Number(section.dataset['secondsExpected']);
    const left = expected - (performance.now() - began) / 1000;
    return left > 0 ? left : null;
  }

  function numbersOf({ fraction, secondsLeft }: HeadProgress): readonly string[] {
    return [
      ...(fraction === null ? [] : [words.format.percent(fraction, 0)]),
      ...(secondsLeft === null ? [] : [words.timeLeft(words.format.duration(secondsLeft))]),
    ];
  }

  return {
    show(bars) {
      const progress = headProgress(bars, secondsLeftOfCell());
      if (progress === null) return;
      const numbers = numbersOf(progress);
      const text = [progress.label, ...numbers].join(' · ');
      update();
      inHead.show(progress.fraction, text);
      // The numbers come first, because the end may be cut off.
      inBar.show(progress.fraction, [...numbers, progress.label].join(' · '));
      if (performance.now() - announced < announceMilliseconds) return;
      announced = performance.now();
      announce(`${section.getAttribute('aria-label')}: ${text}`);
    },
  };
}

/** Creates a text with a thin bar. The bar is hidden from screen readers: the output has one with a name. */
function createPlace(tag: 'span' | 'p', name: string) {
  const text = element('span', { class: 'run-progress-text' });
  const bar = element('progress', { class: 'run-progress-bar', 'aria-hidden': 'true' });
  return {
    node: element(tag, { class: name }, text, bar),
    show(fraction: number | null, shown: string): void {
      text.textContent = shown;
      text.title = shown;
      if (fraction === null) bar.removeAttribute('value');
      else bar.value = fraction;
    },
  };
}
