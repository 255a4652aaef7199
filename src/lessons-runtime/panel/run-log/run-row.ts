import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { element } from '../dom/element.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { epochsText, factText, finalValue } from './run-facts.ts';
import { type RunLogWords, runLogWords } from './run-log-words.ts';

export interface RunRowActions {
  readonly onChosen: (chosen: boolean) => void;
  readonly onNote: (note: string) => void;
  readonly onRemove: () => void;
}

const noteLetters = 2000;
/** Of a model with many metrics, the comparison shows the rest. */
const shownCurves = 4;

/** The table's headings; on a narrow page each cell says its own. */
export function runColumns(words: RunLogWords): readonly string[] {
  return [words.compare, words.run, words.settings, words.trained, words.results, words.note, words.remove];
}

/** A run as a row of the table. The roles are said again, as a table that is laid out otherwise loses them. */
export function runRow(
  run: LoggedRun,
  isChosen: boolean,
  words: PanelWords,
  actions: RunRowActions,
): HTMLElement {
  const say = runLogWords[words.language];
  const { number } = run;
  const choose = element('input', {
    type: 'checkbox',
    'aria-label': say.compareRun(number),
    checked: isChosen,
  });
  choose.addEventListener('change', () => actions.onChosen(choose.checked));
  const note = element('textarea', {
    rows: '2',
    maxlength: String(noteLetters),
    'aria-label': say.noteOf(number),
    'data-note': true,
  });
  note.value = run.note;
  note.addEventListener('input', () => actions.onNote(note.value));
  const remove = element('button', { type: 'button', 'aria-label': say.removeRun(number) }, say.remove);
  remove.addEventListener('click', actions.onRemove);

  // On a narrow page a row shows the rest of its cells when asked (run-log.css).
  const fold = element(
    'button',
    { type: 'button', class: 'run-fold', 'aria-expanded': 'false', 'aria-label': say.detailsOf(number) },
    say.details,
  );
  fold.addEventListener('click', () => {
    const isOpen = row.toggleAttribute('data-open');
    fold.setAttribute('aria-expanded', String(isOpen));
  });

  const time = element('time', { datetime: new Date(run.at).toISOString() }, factText(run, 'time', words));
  const outcome =
    run.outcome === 'done' ? [] : [' ', element('span', { class: 'run-outcome' }, say.outcomes[run.outcome])];
  const cells: readonly (readonly (Node | string)[])[] = [
    [element('label', { class: 'run-choose' }, choose)],
    [
      element('strong', {}, String(number)),
      ' ',
      element('code', {}, run.cell),
      ...(run.model === undefined ? [] : [' ', element('span', { class: 'run-model' }, run.model)]),
      ...outcome,
      time,
      element('span', { class: 'run-time' }, factText(run, 'duration', words)),
      fold,
    ],
    [settingsText(run, words, say)],
    [trainedText(run, words, say)],
    lastValues(run, words),
    [note, element('p', { class: 'run-note-print' }, run.note)],
    [remove],
  ];
  const shown = cells.map((content, place) =>
    element(
      place === 1 ? 'th' : 'td',
      { role: place === 1 ? 'rowheader' : 'cell', 'data-label': runColumns(say)[place] ?? '' },
      ...content,
    ),
  );
  const row = element('tr', { role: 'row', 'data-run': String(number) }, ...shown);
  return row;
}

function settingsText(run: LoggedRun, words: PanelWords, say: RunLogWords): string {
  const rate = run.learningRate === null ? [] : [words.format.number(run.learningRate)];
  const batch = run.batchSize === null ? [] : [say.batch(words.format.number(run.batchSize))];
  return [run.optimizer, ...rate, ...batch, epochsText(run, words)].join(' · ');
}

function trainedText({ parameters, firstTrained }: LoggedRun, words: PanelWords, say: RunLogWords) {
  const total = parameters.trained + parameters.frozen;
  const share = `${words.format.number(parameters.trained)} / ${words.format.number(total)}`;
  return firstTrained === null ? share : `${share}, ${say.from(firstTrained)}`;
}

/** `loss 0.41`, `val_loss 0.63`: the last value of each curve, a line each. */
function lastValues(run: LoggedRun, words: PanelWords): readonly HTMLElement[] {
  return run.curves.slice(0, shownCurves).map(({ name }) => {
    const value = finalValue(run, name);
    return element('div', {}, `${name} `, value === null ? '–' : words.format.number(value));
  });
}
