import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { epochsText, factText, finalValue, metricText } from './run-facts.ts';
import { type RunLogWords, runLogWords } from './run-log-words.ts';
import { sparkline } from './sparkline.ts';

interface RunRowActions {
  readonly onChosen: (isChosen: boolean) => void;
  readonly onNote: (note: string) => void;
  readonly onRemove: () => void;
}

const maxNoteLength = 2000;
/** The number of curves in the row of a model with many metrics. The comparison shows all. */
const maxShownCurves = 4;

/** Returns the headings of the table. On a narrow page each cell shows its own. */
export function runColumns(words: RunLogWords): readonly string[] {
  return [words.compare, words.run, words.settings, words.trained, words.results, words.note, words.remove];
}

/** Creates the row of a run. The roles are explicit because a table with another CSS layout loses its implicit ones. */
export function runRow(
  run: LoggedRun,
  isChosen: boolean,
  words: PanelWords,
  actions: RunRowActions,
): HTMLElement {
  const logWords = runLogWords[words.language];
  const { number } = run;
  const choose = element('input', {
    type: 'checkbox',
    'aria-label': logWords.compareRun(number),
    checked: isChosen,
  });
  choose.addEventListener('change', () => actions.onChosen(choose.checked));
  const note = element('textarea', {
    rows: '2',
    maxlength: String(maxNoteLength),
    'aria-label': logWords.noteOf(number),
    'data-note': true,
  });
  note.value = run.note;
  note.addEventListener('input', () => actions.onNote(note.value));
  const remove = element(
    'button',
    { type: 'button', 'aria-label': logWords.removeRun(number) },
    logWords.remove,
  );
  remove.addEventListener('click', actions.onRemove);

  // On a narrow page most cells of a row are hidden until the row is unfolded (run-log.css).
  const fold = element(
    'button',
    { type: 'button', class: 'run-fold', 'aria-expanded': 'false', 'aria-label': logWords.detailsOf(number) },
    logWords.details,
  );
  fold.addEventListener('click', () => {
    const isOpen = row.toggleAttribute('data-open');
    fold.setAttribute('aria-expanded', String(isOpen));
  });

  const time = element('time', { datetime: new Date(run.at).toISOString() }, factText(run, 'time', words));
  const outcome =
    run.outcome === 'done'
      ? []
      : [' ', element('span', { class: 'run-outcome' }, logWords.outcomes[run.outcome])];
  const cells: readonly (readonly (Node | string)[])[] = [
    [element('label', { class: 'run-choose' }, choose)],
    [
      element('strong', {}, String(number)),
      ...(run.model === undefined ? [] : [' ', element('span', { class: 'run-model' }, run.model)]),
      ...outcome,
      time,
      element('span', { class: 'run-time' }, factText(run, 'duration', words)),
      fold,
    ],
    [settingsText(run, words, logWords)],
    [trainedText(run, words, logWords)],
    results(run, words),
    [note, element('p', { class: 'run-note-print' }, run.note)],
    [remove],
  ];
  const cellNodes = cells.map((content, index) =>
    element(
      index === 1 ? 'th' : 'td',
      { role: index === 1 ? 'rowheader' : 'cell', 'data-label': runColumns(logWords)[index] ?? '' },
      ...content,
    ),
  );
  const row = element('tr', { role: 'row', 'data-run': String(number) }, ...cellNodes);
  return row;
}

function settingsText(run: LoggedRun, words: PanelWords, logWords: RunLogWords): string {
  const rate = run.learningRate === null ? [] : [words.format.number(run.learningRate)];
  const batch = run.batchSize === null ? [] : [logWords.batch(words.format.number(run.batchSize))];
  return [run.optimizer, ...rate, ...batch, epochsText(run, words)].join(' · ');
}

function trainedText({ parameters, firstTrained }: LoggedRun, words: PanelWords, logWords: RunLogWords) {
  const total = parameters.trained + parameters.frozen;
  const share = `${words.format.number(parameters.trained)} / ${words.format.number(total)}`;
  return firstTrained === null ? share : `${share}, ${logWords.from(firstTrained)}`;
}

/** Returns a small chart, and a line with the last value of each curve: `loss 0.41`, `val_acc 63%`. */
function results(run: LoggedRun, words: PanelWords): readonly Element[] {
  const chart = sparkline(run, words);
  const lastValues = run.curves
    .slice(0, maxShownCurves)
    .map(({ name }) => element('div', {}, `${name} `, metricText(name, finalValue(run, name), words)));
  return [...(chart === null ? [] : [chart]), ...lastValues];
}
