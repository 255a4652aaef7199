import { NewerVersionError, OtherVersionError } from '../../progress/record/record-storage.ts';
import type { Language } from '../../shared/language.ts';
import { keepingWords } from '../words/keeping-words.ts';
import { progressPageWords } from './progress-page-words.ts';

/** Why what is kept could not be read just now. */
export function unreadText(error: unknown, language: Language): string {
  if (error instanceof NewerVersionError) return keepingWords[language].newerVersion;
  if (error instanceof OtherVersionError) return keepingWords[language].otherVersion;
  return progressPageWords[language].unread;
}
