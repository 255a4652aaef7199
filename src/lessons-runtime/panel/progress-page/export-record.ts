import { writeRecordFile } from '../../progress/files/record-file.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { saveFile } from '../dom/save-file.ts';
import { fileStem } from './file-stem.ts';
import { progressPageWords } from './progress-page-words.ts';

/** Saves the learner's complete record as a file. @returns the name of the file @throws if the record cannot be read */
export async function exportRecord(store: RecordStore, language: Language): Promise<string> {
  const at = Date.now();
  const name = `${fileStem(progressPageWords[language].fileName, at)}.json`;
  const text = await writeRecordFile({ at, record: await store.loadAll() });
  saveFile(new Blob([text], { type: 'application/json' }), name);
  return name;
}
