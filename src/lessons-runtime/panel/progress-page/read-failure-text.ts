import { NewerVersionError, OtherVersionError } from '../../progress/record/record-storage.ts';
import type { Language } from '../../shared/language.ts';
import { storageWords } from '../words/storage-words.ts';
import { progressPageWords } from './progress-page-words.ts';

/** Explains why the record could not be read. */
export function readFailureText(error: unknown, language: Language): string {
  if (error instanceof NewerVersionError) return storageWords[language].newerVersion;
  if (error instanceof OtherVersionError) return storageWords[language].otherVersion;
  return progressPageWords[language].readFailed;
}
