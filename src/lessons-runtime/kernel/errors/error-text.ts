import type { Language } from '../../shared/language.ts';

/** What an error says of itself, and in the page's language what it means and what to try. */
export interface ErrorText {
  readonly pattern: RegExp;
  /** What happened; in English the engine's own words stand. */
  readonly spanish?: (match: readonly string[]) => string;
  /** @param match the pattern's; @param owner the cell whose name, in its first group, it is or was */
  readonly text: Readonly<Record<Language, (match: readonly string[], owner: string | undefined) => string>>;
}
