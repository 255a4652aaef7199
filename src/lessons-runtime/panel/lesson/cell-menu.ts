/**
 * Mounts the menu of a cell, which is filled each time it is opened.
 * @param createPlans returns what it shows; gets a function that closes the menu and moves the focus to its button
 */
export function mountCellMenu(
  section: HTMLElement,
  createPlans: (close: () => void) => Promise<readonly HTMLElement[]>,
): void {
  const menu = section.querySelector<HTMLDetailsElement>('[data-cell-more]');
  const plans = section.querySelector<HTMLElement>('[data-plans]');
  const button = section.querySelector<HTMLElement>('[data-cell-more] > summary');
  if (menu === null || plans === null || button === null) return;
  const close = () => {
    menu.open = false;
    button.focus();
  };
  const fill = async () => {
    if (menu.open) plans.replaceChildren(...(await createPlans(close)));
  };
  menu.addEventListener('toggle', () => void fill());
  menu.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  section.ownerDocument.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  // The learner may have opened it before its script was loaded.
  void fill();
}
