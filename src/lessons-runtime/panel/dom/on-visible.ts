/** Calls `callback` once, when an element is within half a viewport of being visible, so that its scripts load in time. */
export function onVisible(node: Element, callback: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: '50%' },
  );
  observer.observe(node);
}
