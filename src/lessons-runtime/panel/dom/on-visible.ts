/** Calls once when an element is about to come into sight: what it needs may be loaded then, and not before. */
export function onVisible(node: Element, act: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: '50%' },
  );
  observer.observe(node);
}
