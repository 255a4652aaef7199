const counts = new WeakMap<object, number>();

/** Returns a unique id for a term's card, because a page may use a term more than once. @param page the page's request */
export function nextTermId(page: object, term: string): string {
  const count = (counts.get(page) ?? 0) + 1;
  counts.set(page, count);
  return `term-${term}-${count}`;
}
