import { readFile } from '../../progress/files/parse-file.ts';
import { type ReadRecordFile, readRecordFile } from '../../progress/files/record-file.ts';
import { markImported } from '../../progress/record/imported.ts';
import { mergeRecords } from '../../progress/record/merge-records.ts';
import { fileLimits } from '../../progress/record/record-schemas.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import type { RecordTables } from '../../progress/record/record-types.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { requireElement } from '../dom/read-page.ts';
import type { Announcements } from './announcements.ts';
import { exportRecord } from './export-record.ts';
import { fileProblemText } from './file-problem-text.ts';
import { type ProgressPageWords, progressPageWords } from './progress-page-words.ts';
import { readFailureText } from './read-failure-text.ts';
import type { UndoableChange } from './undoable-changes.ts';

/**
 * Mounts the export to a file and the import from one. Before an import, the content of the file is summarised, and the learner
 * chooses to merge it, to replace the record, or to cancel.
 * @param change makes an undoable change of the record
 */
export function mountImportExport(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  announcements: Announcements,
  change: UndoableChange,
): void {
  const words = progressPageWords[language];
  const input = requireElement<HTMLInputElement>(root, '[data-import]');
  const choice = requireElement(root, '[data-import-choice]');
  const summary = requireElement(root, '[data-import-found]');
  let opened: (ReadRecordFile & { readonly name: string }) | null = null;

  requireElement(root, '[data-action=export]').addEventListener('click', () => {
    exportRecord(store, language).then(
      (name) => announcements.announce(words.exported(name)),
      (error: unknown) => announcements.announce(readFailureText(error, language)),
    );
  });

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void open(file);
  });

  async function open(file: File): Promise<void> {
    const read = await readFile(file, readRecordFile, fileLimits.bytes);
    const hasDrawings = (await store.load('drawings').catch(() => [])).length > 0;
    // Allows the same file to be chosen again, after it was repaired.
    input.value = '';
    opened = read.ok ? { ...read.value, name: file.name } : null;
    choice.hidden = !read.ok;
    if (read.ok) {
      const { at, record, seal } = read.value;
      summary.textContent = `${words.found(formatFor(language).date(at), counts(record, hasDrawings, words))} ${words.seals[seal]}`;
      summary.focus();
    } else announcements.announce(fileProblemText(read.problem, language));
  }

  function importFile(
    combine: (current: RecordTables, imported: RecordTables) => RecordTables,
    doneText: string,
    undoneText: string,
  ): void {
    const file = opened;
    close();
    if (file === null) return;
    const source = { at: Date.now(), file: file.name, seal: file.seal };
    void change(
      (current) => combine(current, markImported(file.record, current, source)),
      doneText,
      undoneText,
    );
  }

  function close(): void {
    opened = null;
    choice.hidden = true;
  }

  requireElement(root, '[data-action=merge]').addEventListener('click', () =>
    importFile(mergeRecords, words.merged, words.mergeUndone),
  );
  requireElement(root, '[data-action=replace]').addEventListener('click', () =>
    importFile((_, imported) => imported, words.replaced, words.replaceUndone),
  );
  requireElement(root, '[data-action=cancel]').addEventListener('click', () => {
    close();
    input.focus();
  });
}

/** @param hasDrawings whether there are drawings, which replacing the record by a file without any would remove */
function counts(
  { edits, items, runs, drawings }: RecordTables,
  hasDrawings: boolean,
  words: ProgressPageWords,
): readonly string[] {
  const all = [
    ...(edits.length > 0 ? [words.edits(edits.length)] : []),
    ...(items.length > 0 ? [words.answers(items.length)] : []),
    ...(runs.length > 0 ? [words.trainings(runs.length)] : []),
    ...(drawings.length > 0 ? [words.drawings(drawings.length)] : []),
  ];
  if (all.length === 0) return [words.nothing];
  return hasDrawings && drawings.length === 0 ? [...all, words.noDrawings] : all;
}
