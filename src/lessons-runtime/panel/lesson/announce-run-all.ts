import type { Language } from '../../shared/language.ts';
import type { CellView } from '../cell/cell-view.ts';
import { runAllWords } from './run-all-words.ts';

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
  const say = runAllWords[language];
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
