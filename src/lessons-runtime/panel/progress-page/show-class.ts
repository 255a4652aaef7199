import { type ClassEntry, readClass } from '../../progress/files/class-list.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { saveFile } from '../dom/save-file.ts';
import { tableCsv } from '../dom/table-csv.ts';
import { classRows, classTable } from './class-table.ts';
import { type ClassWords, classWords } from './class-words.ts';
import { fileProblemReason } from './file-problem-text.ts';
import { fileStem } from './file-stem.ts';
import { showHandIn } from './show-hand-in.ts';
import type { LessonList } from './show-lessons.ts';

/** From this number of files on, the page shows the progress of reading them. */
const manyFiles = 50;

/**
 * Shows the hand-ins of a class: as a table, as a file for a spreadsheet, and one by one. Nothing of them is stored.
 * @param isCurrent returns whether no other hand-ins were opened meanwhile
 */
export async function showClass(
  root: HTMLElement,
  files: readonly File[],
  language: Language,
  list: LessonList,
  isCurrent: () => boolean,
): Promise<void> {
  const words = classWords[language];
  const shown = requireElement(root, '[data-verified]');
  const reading = element('p');
  const { entries, refused } = await readClass(
    files,
    list.lessons.map(({ partIds }) => partIds),
    new Map(list.lessons.flatMap(({ solutions }) => [...solutions])),
    (count) => {
      if (!isCurrent() || files.length < manyFiles) return;
      reading.textContent = words.reading(count, files.length);
      if (!reading.isConnected) shown.replaceChildren(reading);
    },
  );
  if (!isCurrent()) return;
  const alike = entries.filter(({ similarities }) => similarities.length > 0).length;
  const broken = entries.filter(({ handIn }) => handIn.seal === 'broken').length;
  const problems = refused.map(({ file, problem }) =>
    element('li', { 'data-refused': file }, `${file}: ${fileProblemReason(problem, language)}`),
  );
  shown.replaceChildren(
    ...(entries.length === 0
      ? []
      : [
          classTable(entries, language),
          ...(alike === 0 ? [] : [element('p', {}, words.alikeHonest)]),
          element('div', { class: 'actions' }, saveButton(entries, language, words)),
          element('h3', {}, words.oneByOne),
          ...entries.map((entry) => showHandIn(entry, list.lessons, language)),
        ]),
    ...(problems.length === 0 ? [] : [element('h3', {}, words.refused), element('ul', {}, ...problems)]),
  );
  createAnnouncer(requireElement(root, '[data-verified-said]'))(
    words.read({ handIns: entries.length, broken, alike, refused: refused.length }),
  );
}

function saveButton(
  entries: readonly ClassEntry[],
  language: Language,
  words: ClassWords,
): HTMLButtonElement {
  const button = element('button', { type: 'button', 'data-action': 'save-class' }, words.saveTable);
  button.addEventListener('click', () => {
    const csv = tableCsv(classRows(entries, language));
    saveFile(new Blob([csv], { type: 'text/csv' }), `${fileStem(words.fileName, Date.now())}.csv`);
  });
  return button;
}
