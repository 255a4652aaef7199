/**
 * Shows hints one by one: opening a hint reveals the next.
 *
 * @param onOpened gets the number of opened hints and whether there is another
 * @returns shows the hints for a number of opened ones; a smaller number than before closes the others again
 */
export function openHints(
  hints: readonly HTMLDetailsElement[],
  onOpened: (count: number, hasMore: boolean) => void,
): (opened: number) => void {
  let count = 0;
  function show(opened: number): void {
    const isReset = opened < count;
    count = Math.min(opened, hints.length);
    for (const [index, hint] of hints.entries()) {
      if (isReset && index >= count) hint.open = false;
      // A hint with the focus stays, because the focus would be lost.
      hint.hidden = index > count && !hint.contains(document.activeElement);
    }
  }
  for (const [index, hint] of hints.entries()) {
    // Ends the style that hides the hints until this script is loaded.
    hint.dataset['live'] = '';
    hint.addEventListener('toggle', () => {
      if (!hint.open || index < count) return;
      show(index + 1);
      onOpened(count, count < hints.length);
    });
  }
  show(0);
  return show;
}
