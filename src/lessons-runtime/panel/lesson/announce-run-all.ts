import type { Language } from '../../shared/language.ts';
import type { CellView } from '../cell/cell-view.ts';

/** A cell that takes longer than this is named: a reader knows that it goes on, and is not told of each. */
const reminderMilliseconds = 10_000;

/**
 * Says how a run of many cells goes, for who hears the page: that it began, where it is if that takes long, and how it ended.
 * @param ran settles when all of them ended
 */
export async function announceRunAll(
  ran: Promise<void>,
  cells: readonly CellView[],
  language: Language,
  announce: (text: string) => void,
): Promise<void> {
  const say = words[language];
  announce(say.began(cells.length));
  let lastNamed = '';
  const reminder = setInterval(() => {
    const place = cells.findIndex(({ status }) => status === 'running');
    const name = cells[place]?.name ?? lastNamed;
    if (name !== lastNamed) announce(say.at(place + 1, cells.length, name));
    lastNamed = name;
  }, reminderMilliseconds);
  await ran;
  clearInterval(reminder);

  const ended =
    cells.find(({ status }) => status === 'failed') ?? cells.find(({ status }) => status === 'stopped');
  if (ended !== undefined) {
    const text = ended.status === 'failed' ? say.failed(ended.name) : say.stopped(ended.name);
    announce(ended === cells.at(-1) ? text : `${text} ${say.rest}`);
  }
  // Where nothing ran, the bar says why.
  else if (cells.every(({ status }) => status === 'done')) announce(say.done(cells.length));
}

interface RunAllWords {
  readonly began: (count: number) => string;
  readonly at: (place: number, count: number, cell: string) => string;
  readonly done: (count: number) => string;
  readonly failed: (cell: string) => string;
  readonly stopped: (cell: string) => string;
  readonly rest: string;
}

const words: Readonly<Record<Language, RunAllWords>> = {
  es: {
    began: (count) => `Ejecutando las ${count} celdas…`,
    at: (place, count, cell) => `Va por la ${place} de ${count}: ${cell}`,
    done: (count) => `Hechas las ${count} celdas.`,
    failed: (cell) => `${cell}: Error.`,
    stopped: (cell) => `${cell}: Detenida.`,
    rest: 'Las siguientes no se han ejecutado.',
  },
  en: {
    began: (count) => `Running all ${count} cells…`,
    at: (place, count, cell) => `At ${place} of ${count}: ${cell}`,
    done: (count) => `All ${count} cells done.`,
    failed: (cell) => `${cell}: Error.`,
    stopped: (cell) => `${cell}: Stopped.`,
    rest: 'The cells after it were not run.',
  },
};
