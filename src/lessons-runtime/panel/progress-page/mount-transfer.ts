import { markImported } from '../../progress/imported.ts';
import { mergeRecords } from '../../progress/merge-records.ts';
import { type ReadRecordFile, readFile, readRecordFile } from '../../progress/record-file.ts';
import type { RecordStore } from '../../progress/record-store.ts';
import type { WholeRecord } from '../../progress/record-types.ts';
import type { Language } from '../../shared/language.ts';
import { part } from '../read-page.ts';
import { dateText } from './dates.ts';
import { exportRecord } from './export-record.ts';
import { faultText } from './fault-text.ts';
import { type ProgressPageWords, progressPageWords } from './progress-page-words.ts';
import type { Spoken } from './spoken.ts';
import type { Change } from './undo-steps.ts';
import { unreadText } from './unread-text.ts';

/**
 * Export to a file, and import from one: what it brings is said first, and the learner chooses.
 * @param change does a change that can be undone, and says what was done
 */
export function mountTransfer(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  spoken: Spoken,
  change: Change,
): void {
  const words = progressPageWords[language];
  const input = part<HTMLInputElement>(root, '[data-import]');
  const choice = part(root, '[data-import-choice]');
  const found = part(root, '[data-import-found]');
  let opened: (ReadRecordFile & { readonly name: string }) | null = null;

  part(root, '[data-action=export]').addEventListener('click', () => {
    exportRecord(store, language).then(
      (name) => spoken.say(words.exported(name)),
      (error: unknown) => spoken.say(unreadText(error, language)),
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
      found.textContent = `${words.found(dateText(at, language), counts(record, words))} ${words.seals[seal]}`;
      found.focus();
    } else spoken.say(faultText(read.fault, language));
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

  part(root, '[data-action=merge]').addEventListener('click', () =>
    take(mergeRecords, words.merged, words.unmerged),
  );
  part(root, '[data-action=replace]').addEventListener('click', () =>
    take((_, file) => file, words.replaced, words.unreplaced),
  );
  part(root, '[data-action=cancel]').addEventListener('click', () => {
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
