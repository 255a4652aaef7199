/** A heading of a rendered lesson. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/**
 * Maps each heading's id to that of the same heading in the other language. Ids come from the heading's text, so they
 * differ between languages; headings correspond by position.
 *
 * @param lesson the lesson's folder, named in errors
 * @returns id in `here` → id in `there`
 * @throws {Error} if the two languages differ in the number of headings or in their levels
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
