import { mergeRecords } from '../../progress/merge-records.ts';
import { type RecordFile, readRecordFile, writeRecordFile } from '../../progress/record-file.ts';
import type { RecordStore } from '../../progress/record-store.ts';
import type { WholeRecord } from '../../progress/record-types.ts';
import type { Language } from '../../shared/language.ts';
import { saveFile } from '../chart/save-file.ts';
import { part } from '../read-page.ts';
import { dateText, fileStem } from './dates.ts';
import { faultText } from './fault-text.ts';
import { type ProgressPageWords, progressPageWords } from './progress-page-words.ts';
import type { Spoken } from './spoken.ts';

/**
 * Export to a file, and import from one: what it brings is said first, and the learner chooses.
 * @param change does a change that can be undone, and says what was done
 */
export function mountTransfer(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  spoken: Spoken,
  change: (make: (whole: WholeRecord) => WholeRecord, said: string) => Promise<void>,
): void {
  const words = progressPageWords[language];
  const input = part<HTMLInputElement>(root, '[data-import]');
  const choice = part(root, '[data-import-choice]');
  const found = part(root, '[data-import-found]');
  let opened: RecordFile | null = null;

  part(root, '[data-action=export]').addEventListener('click', () => {
    void store.loadAll().then((record) => {
      const at = Date.now();
      const name = `${fileStem(words.fileName, at)}.json`;
      saveFile(new Blob([writeRecordFile({ at, record })], { type: 'application/json' }), name);
      spoken.say(words.exported(name));
    });
  });

  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    void file.text().then((text) => {
      // The same file can be chosen again, mended.
      input.value = '';
      open(text);
    });
  });

  function open(text: string): void {
    const read = readRecordFile(text);
    opened = read.ok ? read.value : null;
    choice.hidden = !read.ok;
    if (read.ok) {
      found.textContent = words.found(dateText(read.value.at, language), counts(read.value.record, words));
      found.focus();
    } else spoken.say(faultText(read.fault, language));
  }

  function take(make: (whole: WholeRecord, file: WholeRecord) => WholeRecord, said: string): void {
    const file = opened;
    close();
    if (file !== null) void change((whole) => make(whole, file.record), said);
  }

  function close(): void {
    opened = null;
    choice.hidden = true;
  }

  part(root, '[data-action=merge]').addEventListener('click', () => take(mergeRecords, words.merged));
  part(root, '[data-action=replace]').addEventListener('click', () =>
    take((_, file) => file, words.replaced),
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
