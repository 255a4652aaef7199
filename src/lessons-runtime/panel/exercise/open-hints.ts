/**
 * Hints that open one by one: the next is there once the one before was opened.
 *
 * @param onOpened gets how many are open by now, and whether there is one more
 * @returns shows them as they are once so many were opened; after a reset they are shut again
 */
export function openHints(
  hints: readonly HTMLDetailsElement[],
  onOpened: (count: number, isMore: boolean) => void,
): (opened: number) => void {
  let count = 0;
  function show(opened: number): void {
    const isReset = opened < count;
    count = Math.min(opened, hints.length);
    for (const [place, hint] of hints.entries()) {
      if (isReset && place >= count) hint.open = false;
      // Whoever stands on one keeps it.
      hint.hidden = place > count && !hint.contains(document.activeElement);
    }
  }
  for (const [place, hint] of hints.entries()) {
    // From here on it is hidden by this, and no longer by the style that hides it until then.
    hint.dataset['live'] = '';
    hint.addEventListener('toggle', () => {
      if (!hint.open || place < count) return;
      show(place + 1);
      onOpened(count, count < hints.length);
    });
  }
  show(0);
  return show;
}
