import { isLanguage, type Language } from '../../lessons-runtime/shared/language.ts';

/**
 * Returns the language to open the site in.
 *
 * @param stored the reader's earlier choice, if there is one
 * @param preferred the browser's languages as BCP 47 tags, the preferred one first
 * @returns `undefined` if the site has none of these languages, in which case the reader chooses
 */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language | undefined {
  if (isLanguage(stored)) return stored;
  return preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
}
