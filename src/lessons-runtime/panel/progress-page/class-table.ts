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

/** Creates the table of a class, with a row for each hand-in. It scrolls within itself if the page is narrow. */
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
        ...handInNotes(entry, language).map((text) => element('p', {}, text)),
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

/** Returns the table of a class for a spreadsheet, which also has the file, hints and imported attempts of each hand-in. */
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
      handInNotes(entry, language).join(' '),
    ];
  });
  return { columns, rows };
}

/** For imports and similarities each: a file can have any number of imports, and a class any number of copies. */
const maxNotes = 5;

/** Returns what a teacher should know before marking a hand-in: imported attempts, and similarities to other hand-ins. */
export function handInNotes({ handIn, similarities }: ClassEntry, language: Language): readonly string[] {
  const words = classWords[language];
  const firstNotes = <Item>(items: readonly Item[], describe: (item: Item) => string) => [
    ...items.slice(0, maxNotes).map(describe),
    ...(items.length > maxNotes ? [words.moreNotes(items.length - maxNotes)] : []),
  ];
  return [
    ...firstNotes(importsOf(handIn.record), (count) =>
      words.imported(count, formatFor(language).date(count.at)),
    ),
    ...firstNotes(similarities, (similarity) => {
      const text = words.similarity(similarity);
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    }),
  ];
}
