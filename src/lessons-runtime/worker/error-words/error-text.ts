import type { Language } from '../../shared/language.ts';

/** What an error says of itself, and in the page's language what it means and what to try. */
export interface ErrorText {
  readonly pattern: RegExp;
  /** What happened; in English the engine's own words stand. */
  readonly spanish?: (match: readonly string[]) => string;
  /** @param match the pattern's; @param owner the cell that declared the name in its first group */
  readonly text: Readonly<Record<Language, (match: readonly string[], owner: string | undefined) => string>>;
}
