const counts = new WeakMap<object, number>();

/** An id for a term's card, another each time: a page may explain a word more than once. @param page its request */
export function nextTermId(page: object, term: string): string {
  const count = (counts.get(page) ?? 0) + 1;
  counts.set(page, count);
  return `term-${term}-${count}`;
}
