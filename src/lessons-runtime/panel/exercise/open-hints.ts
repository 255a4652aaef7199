/**
 * Hints that open one by one: the next is there once the one before was opened.
 *
 * @param opened how many were opened in earlier visits
 * @param onOpened gets how many are open by now
 */
export function openHints(
  hints: readonly HTMLDetailsElement[],
  opened: number,
  onOpened: (count: number) => void,
): void {
  let count = Math.min(opened, hints.length);
  const show = (): void => {
    for (const [place, hint] of hints.entries()) hint.hidden = place > count;
  };
  for (const [place, hint] of hints.entries()) {
    hint.addEventListener('toggle', () => {
      if (!hint.open || place < count) return;
      count = place + 1;
      show();
      onOpened(count);
    });
  }
  show();
}
