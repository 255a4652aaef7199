import type { ClassEntry } from '../../progress/files/class-list.ts';
import { importsOf } from '../../progress/record/imported.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import type { CsvTable } from '../dom/table-csv.ts';
import { classWords } from './class-words.ts';
import { progressPageWords } from './progress-page-words.ts';

const shownColumns = [
  'name',
  'at',
  'exercises',
  'questions',
  'firstTry',
  'solutions',
  'seal',
  'noticed',
] as const;

/** The class in a table, a line for each hand-in. It scrolls by itself where the page is narrow. */
export function classTable(entries: readonly ClassEntry[], language: Language): HTMLElement {
  const words = classWords[language];
  const { count } = progressPageWords[language];
  const rows = entries.map((entry) => {
    const { exercises, questions, firstTry, solutions } = entry.summary;
    const { seal } = entry.handIn;
    const cells = [
      element('td', {}, formatFor(language).date(entry.handIn.at)),
      element('td', {}, count(exercises.done, exercises.of)),
      element('td', {}, count(questions.done, questions.of)),
      element('td', {}, String(firstTry)),
      element('td', {}, String(solutions)),
      element('td', { 'data-seal': seal }, words.seal[seal]),
      element(
        'td',
        { 'data-noticed': true },
        ...similarityNotes(entry, language).map((text) => element('p', {}, text)),
      ),
    ];
    return element('tr', {}, element('th', { scope: 'row' }, entry.handIn.name), ...cells);
  });
  const heads = shownColumns.map((column) => element('th', { scope: 'col' }, words.columns[column]));
  const table = element(
    'table',
    {},
    element('caption', {}, words.caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
  return element(
    'div',
    { class: 'class-table', role: 'region', 'aria-label': words.caption, tabindex: '0' },
    table,
  );
}

/** The same for a spreadsheet, with the file, the hints and the imported tries of each. */
export function classRows(entries: readonly ClassEntry[], language: Language): CsvTable {
  const { columns: names, csvOnly, seal } = classWords[language];
  const columns = [
    names.name,
    csvOnly.file,
    names.at,
    names.exercises,
    csvOnly.of,
    names.questions,
    csvOnly.of,
    names.firstTry,
    names.solutions,
    csvOnly.hints,
    csvOnly.imported,
    names.seal,
    names.noticed,
  ];
  const rows = entries.map((entry) => {
    const { exercises, questions, firstTry, solutions, hints, imported } = entry.summary;
    return [
      entry.handIn.name,
      entry.file,
      new Date(entry.handIn.at).toISOString(),
      exercises.done,
      exercises.of,
      questions.done,
      questions.of,
      firstTry,
      solutions,
      hints,
      imported,
      seal[entry.handIn.seal],
      similarityNotes(entry, language).join(' '),
    ];
  });
  return { columns, rows };
}

/** Of each kind; a file can have any number of imports, and a copy can go round a whole class. */
const mostNoticed = 5;

/** What a teacher will want to know of a hand-in before they mark it: what came in by import, and what is like another’s. */
export function similarityNotes({ handIn, similarities }: ClassEntry, language: Language): readonly string[] {
  const words = classWords[language];
  const short = <Each>(all: readonly Each[], tell: (each: Each) => string) => [
    ...all.slice(0, mostNoticed).map(tell),
    ...(all.length > mostNoticed ? [words.moreNoticed(all.length - mostNoticed)] : []),
  ];
  return [
    ...short(importsOf(handIn.record), (count) => words.imported(count, formatFor(language).date(count.at))),
    ...short(similarities, (similarity) => {
      const text = words.similarity(similarity);
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    }),
  ];
}
