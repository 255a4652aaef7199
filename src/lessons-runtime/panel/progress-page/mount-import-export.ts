import { type ReadRecordFile, readFile, readRecordFile } from '../../progress/files/record-file.ts';
import { markImported } from '../../progress/record/imported.ts';
import { mergeRecords } from '../../progress/record/merge-records.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import type { WholeRecord } from '../../progress/record/record-types.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { requireElement } from '../dom/read-page.ts';
import type { Announcements } from './announcements.ts';
import { exportRecord } from './export-record.ts';
import { fileProblemText } from './file-problem-text.ts';
import { type ProgressPageWords, progressPageWords } from './progress-page-words.ts';
import { readFailureText } from './read-failure-text.ts';
import type { Change } from './undoable-changes.ts';

/**
 * Export to a file, and import from one: what it brings is said first, and the learner chooses.
 * @param change does a change that can be undone, and says what was done
 */
export function mountImportExport(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  announcements: Announcements,
  change: Change,
): void {
  const words = progressPageWords[language];
  const input = requireElement<HTMLInputElement>(root, '[data-import]');
  const choice = requireElement(root, '[data-import-choice]');
  const found = requireElement(root, '[data-import-found]');
  let opened: (ReadRecordFile & { readonly name: string }) | null = null;

  requireElement(root, '[data-action=export]').addEventListener('click', () => {
    exportRecord(store, language).then(
      (name) => announcements.say(words.exported(name)),
      (error: unknown) => announcements.say(readFailureText(error, language)),
    );
  });

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void open(file);
  });

  async function open(file: File): Promise<void> {
    const read = await readFile(file, readRecordFile);
    // The same file can be chosen again, mended.
    input.value = '';
    opened = read.ok ? { ...read.value, name: file.name } : null;
    choice.hidden = !read.ok;
    if (read.ok) {
      const { at, record, seal } = read.value;
      found.textContent = `${words.found(formatFor(language).date(at), counts(record, words))} ${words.seals[seal]}`;
      found.focus();
    } else announcements.say(fileProblemText(read.problem, language));
  }

  function take(
    make: (whole: WholeRecord, file: WholeRecord) => WholeRecord,
    said: string,
    undone: string,
  ): void {
    const file = opened;
    close();
    if (file === null) return;
    const imported = { at: Date.now(), file: file.name, seal: file.seal };
    void change((whole) => make(whole, markImported(file.record, whole, imported)), said, undone);
  }

  function close(): void {
    opened = null;
    choice.hidden = true;
  }

  requireElement(root, '[data-action=merge]').addEventListener('click', () =>
    take(mergeRecords, words.merged, words.unmerged),
  );
  requireElement(root, '[data-action=replace]').addEventListener('click', () =>
    take((_, file) => file, words.replaced, words.unreplaced),
  );
  requireElement(root, '[data-action=cancel]').addEventListener('click', () => {
    close();
    input.focus();
  });
}

function counts({ edits, items, runs }: WholeRecord, words: ProgressPageWords): readonly string[] {
  const all = [
    ...(edits.length > 0 ? [words.edits(edits.length)] : []),
    ...(items.length > 0 ? [words.answers(items.length)] : []),
    ...(runs.length > 0 ? [words.trainings(runs.length)] : []),
  ];
  return all.length === 0 ? [words.nothing] : all;
}
