import { distanceToResult, distanceToReveal } from './distance-to-reveal.ts';

/** In pixels; between what is scrolled into view and the edges of the window. */
const margin = 12;

/** How long the output may still grow after the run, because charts are drawn later. */
const settleMilliseconds = 400;

/** What a learner does who has moved on: the page does not scroll any more. */
const movingEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps the focused cell in sight after *Run and move on*, together with as much of the output above it as fits: at once, and
 * again when the run has ended, unless the learner has moved on by then.
 * @param ran the cell that runs
 * @param next the cell that has the focus
 */
export async function showNextCell(ran: HTMLElement, next: HTMLElement): Promise<void> {
  const moved = whenMoved();

  function reveal(): void {
    if (moved.signal.aborted) return;
    const line = next.querySelector('.cm-activeLine') ?? next.querySelector('[data-code]') ?? next;
    const top = distanceToReveal(
      visibleRange(next),
      outputOf(ran).getBoundingClientRect().top - margin,
      next.getBoundingClientRect(),
      line.getBoundingClientRect(),
    );
    scrollBy({ top });
  }

  reveal();
  await whenEnded(ran);
  reveal();
  await settled();
  reveal();
  moved.abort();
}

/**
 * Scrolls the start of a cell's output into view after *Run*, when it appears and while it grows, unless the learner has moved on
 * by then. The line with the cursor stays in sight.
 */
export async function showResult(ran: HTMLElement): Promise<void> {
  const moved = whenMoved();
  const output = outputOf(ran);

  function reveal(): void {
    if (moved.signal.aborted || output.childElementCount === 0) return;
    const line = ran.querySelector('.cm-focused .cm-activeLine');
    const top = distanceToResult(
      visibleRange(ran),
      output.getBoundingClientRect(),
      line?.getBoundingClientRect().top ?? null,
    );
    if (top > 0) scrollBy({ top });
  }

  const growth = new ResizeObserver(reveal);
  growth.observe(output);
  await whenEnded(ran);
  await settled();
  growth.disconnect();
  moved.abort();
}

function outputOf(cell: HTMLElement): Element {
  return cell.querySelector('[data-cell-output]') ?? cell;
}

/** Returns the part of the window that nothing covers: a cell's scroll margin is the height of what is sticky at the top. */
function visibleRange(cell: HTMLElement): { readonly top: number; readonly bottom: number } {
  return { top: Number.parseFloat(getComputedStyle(cell).scrollMarginTop), bottom: innerHeight - margin };
}

/** Returns a controller that is aborted when the learner scrolls, clicks or presses a key. */
function whenMoved(): AbortController {
  const moved = new AbortController();
  for (const type of movingEvents)
    addEventListener(type, () => moved.abort(), { signal: moved.signal, passive: true });
  return moved;
}

/** Settles when a cell does not run any more. */
function whenEnded(cell: HTMLElement): Promise<void> {
  const isBusy = () => /queued|running/.test(cell.dataset['status'] ?? '');
  return new Promise((resolve) => {
    const observer = new MutationObserver(check);
    function check(): void {
      if (isBusy()) return;
      observer.disconnect();
      resolve();
    }
    observer.observe(cell, { attributeFilter: ['data-status'] });
    check();
  });
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
}
