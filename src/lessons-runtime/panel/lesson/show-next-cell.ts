import { distanceToReveal } from './distance-to-reveal.ts';

/** In pixels; between what is scrolled into view and the edges of the window. */
const margin = 12;

/** How long the output may still grow after the run, because charts are drawn later. */
const settleMilliseconds = 400;

/**
 * Keeps the focused cell in sight after *Run and move on*, together with as much of the output above it as fits: at once, and
 * again when the run has ended, unless the learner has moved on by then.
 * @param ran the cell that runs
 * @param next the cell that has the focus
 * @param finished settles when the run has ended
 */
export async function showNextCell(
  ran: HTMLElement,
  next: HTMLElement,
  finished: Promise<unknown>,
): Promise<void> {
  const moved = new AbortController();
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(type, () => moved.abort(), { signal: moved.signal, passive: true });

  function reveal(): void {
    if (moved.signal.aborted) return;
    const result = ran.querySelector('[data-cell-output]') ?? ran;
    const line = next.querySelector('.cm-activeLine') ?? next.querySelector('[data-code]') ?? next;
    const top = distanceToReveal(
      // The cell's scroll margin is the height of what is sticky at the top.
      { top: Number.parseFloat(getComputedStyle(next).scrollMarginTop), bottom: innerHeight - margin },
      result.getBoundingClientRect().top - margin,
      next.getBoundingClientRect(),
      line.getBoundingClientRect(),
    );
    scrollBy({ top });
  }

  reveal();
  await finished;
  reveal();
  await new Promise((settled) => setTimeout(settled, settleMilliseconds));
  reveal();
  moved.abort();
}
