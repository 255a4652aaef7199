import type { CellState } from '../../../host/cell-state.ts';
import type { CodeView } from '../../cell/code-view.ts';
import { element } from '../../dom/element.ts';
import type { PanelWords } from '../../words/panel-words.ts';
import { estimateWords } from './estimate-words.ts';
import {
  addRunTime,
  type CellToRun,
  codeDigest,
  estimateSeconds,
  parseRunTimes,
  roundEstimate,
} from './run-times.ts';

/** A cell whose runs are timed. */
export interface TimedCell {
  readonly id: string;
  readonly section: HTMLElement;
  readonly view: {
    readonly code: Pick<CodeView, 'source' | 'isEdited' | 'onChange'>;
    readonly state: Pick<CellState, 'status' | 'milliseconds' | 'source'> | null;
  };
}

/** Shows beside Run how long a cell will take, if it will take long. */
export interface RunEstimates {
  /** Stores how long the last run of a cell took, and updates all estimates. */
  afterRun(cell: string): void;
}

/** The times stay on the device, in `localStorage`: they say nothing about the learner, and mean nothing on another device. */
const key = 'deshielo:run-times';
/** Shorter waits need no warning. */
const longSeconds = 5;

/**
 * Shows the estimates, now and after each change of code.
 *
 * @param cells the attribute `data-seconds` of a section is how long its authored code took where it was measured
 */
export function mountRunEstimates(
  lesson: string,
  cells: readonly TimedCell[],
  words: PanelWords,
): RunEstimates {
  const texts = estimateWords[words.language];

  function backend(): string {
    const running = document.querySelector<HTMLElement>('[data-backend]')?.dataset['backend'];
    // Before the first run: the backend of the last one on this device.
    return running || (read().at(-1)?.backend ?? '');
  }

  function toRun({ id, section, view: { code } }: TimedCell, source = code.source()): CellToRun {
    const measured = Number(section.dataset['seconds']);
    return {
      cell: `${lesson}/${id}`,
      code: codeDigest(source),
      backend: backend(),
      reference: measured > 0 && !code.isEdited() ? measured : null,
    };
  }

  function show(cell: TimedCell): void {
    const { section, id } = cell;
    const planned = toRun(cell);
    const here = estimateSeconds(read(), planned);
    const seconds = here ?? planned.reference;
    const run = section.querySelector('[data-action=run]');
    section.querySelector('.cell-estimate')?.remove();
    run?.removeAttribute('aria-describedby');
    delete section.dataset['secondsExpected'];
    if (seconds === null || seconds <= longSeconds) return;
    section.dataset['secondsExpected'] = String(seconds);
    const text = (here === null ? texts.elsewhere : texts.estimate)(
      durationText(roundEstimate(seconds), words),
    );
    const shown = element('span', { class: 'cell-estimate', id: `estimate-${id}` }, text);
    section.querySelector('.cell-actions')?.before(shown);
    run?.setAttribute('aria-describedby', shown.id);
  }

  for (const cell of cells) {
    show(cell);
    cell.view.code.onChange(() => show(cell));
  }
  return {
    afterRun(id) {
      const cell = cells.find((each) => each.id === id);
      const { status, milliseconds, source } = cell?.view.state ?? {};
      if (cell === undefined || status !== 'done' || milliseconds == null || source === undefined) return;
      write(JSON.stringify(addRunTime(read(), { ...toRun(cell, source), seconds: milliseconds / 1000 })));
      for (const each of cells) show(each);
    },
  };
}

/** Formats whole minutes without seconds. */
function durationText(seconds: number, { format }: PanelWords): string {
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : format.duration(seconds);
}

function read() {
  try {
    return parseRunTimes(localStorage.getItem(key));
  } catch {
    return [];
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // The browser refuses to store it: then there are no estimates.
  }
}
