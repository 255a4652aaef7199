/** A heading of a rendered lesson. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/**
 * Which heading in the other language each heading is, by place: ids come from the text, so they differ.
 *
 * @returns id here → id there
 * @throws {Error} where the two languages do not have the same headings, level by level
 */
export function pairHeadings(
  lesson: string,
  here: readonly Heading[],
  there: readonly Heading[],
): Readonly<Record<string, string>> {
  const outline = (headings: readonly Heading[]) => headings.map(({ depth }) => `h${depth}`).join(' ');
  if (outline(here) !== outline(there)) {
    throw new Error(
      `${lesson}: expected the same headings in both languages, found ${outline(here)} in one and ${outline(there)} in the other. Add the missing heading or make its level equal.`,
    );
  }
  return Object.fromEntries(here.map(({ slug }, place) => [slug, there[place]?.slug ?? slug]));
}
