import { type ClassEntry, readClass } from '../../progress/class-list.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../announcer.ts';
import { saveFile } from '../chart/save-file.ts';
import { tableCsv } from '../chart/table-csv.ts';
import { element } from '../element.ts';
import { part } from '../read-page.ts';
import { classRows, classTable } from './class-table.ts';
import { type ClassWords, classWords } from './class-words.ts';
import { fileStem } from './dates.ts';
import { faultText } from './fault-text.ts';
import { showHandedIn } from './show-handed-in.ts';
import type { LessonList } from './show-lessons.ts';

/** Shows the hand-ins of a class: as a table, as a file for a spreadsheet, and one by one. Nothing of it is kept. */
export async function showClass(
  root: HTMLElement,
  files: readonly File[],
  language: Language,
  list: LessonList,
): Promise<void> {
  const words = classWords[language];
  const { entries, refused } = await readClass(
    files,
    list.lessons.map(({ toDo }) => toDo),
  );
  const alike = entries.filter(({ likenesses }) => likenesses.length > 0).length;
  const broken = entries.filter(({ handIn }) => !handIn.isUntouched).length;
  const faults = refused.map(({ file, fault }) =>
    element('li', { 'data-refused': file }, `${file}: ${faultText(fault, language)}`),
  );
  part(root, '[data-verified]').replaceChildren(
    ...(entries.length === 0
      ? []
      : [
          classTable(entries, language),
          ...(alike === 0 ? [] : [element('p', {}, words.alikeHonest)]),
          element('div', { class: 'actions' }, saveButton(entries, language, words)),
          element('h3', {}, words.oneByOne),
          ...entries.map((entry) => showHandedIn(entry, list.lessons, language)),
        ]),
    ...(faults.length === 0 ? [] : [element('h3', {}, words.refused), element('ul', {}, ...faults)]),
  );
  createAnnouncer(part(root, '[data-verified-said]'))(
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
