/** Marks the current section in the contents while the reader scrolls. */
export function startContentsSpy(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  if (links.length === 0) return;
  const mark = (): void => {
    const passed = headings.filter((each) => each && each.getBoundingClientRect().top < innerHeight / 3);
    const current = passed.at(-1);
    for (const [place, link] of links.entries()) {
      if (headings[place] === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  // Every jump scrolls; an IntersectionObserver does not notice one that passes headings without showing them.
  addEventListener('scroll', mark, { passive: true });
  mark();
  startMenu();
}

/** Closes the menu of the contents on a click outside its button, also on one of its links, and on Escape. */
function startMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('[data-contents-menu]');
  const button = menu?.querySelector('summary');
  if (!menu || !button) return;
  addEventListener('click', ({ target }) => {
    if (target instanceof Node && !button.contains(target)) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    button.focus();
  });
}
