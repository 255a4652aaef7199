import { isLanguage, type Language } from '../../lessons-runtime/shared/language.ts';

/**
 * The language to open the site in.
 *
 * @param stored what the reader chose before, if anything
 * @param preferred the browser's languages, best first, as BCP 47 tags
 * @returns `undefined` when neither names one of ours: then the reader chooses
 */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language | undefined {
  if (isLanguage(stored)) return stored;
  return preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
}
