/** Marks the current section in the table of contents while the reader scrolls. */
export function startContentsSpy(): void {
  const links = new Map<Element, HTMLAnchorElement[]>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading !== null) links.set(heading, [...(links.get(heading) ?? []), link]);
  }
  if (links.size === 0) return;
  const mark = (): void => {
    const limit = window.innerHeight / 3;
    const current = [...links.keys()].filter((heading) => heading.getBoundingClientRect().top < limit).at(-1);
    for (const [heading, group] of links) {
      for (const link of group) {
        if (heading === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
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
