import type { Language } from '../../shared/language.ts';
import type { CellView } from '../cell/cell-view.ts';
import { runAllWords } from './run-all-words.ts';

/** How often the running cell is announced, so that screen reader users know that a long run continues. */
const progressMilliseconds = 10_000;

/**
 * Announces the progress of a run of several cells to screen readers: its start, every 10 s a newly running cell, and its end.
 * @param finished settles when the last cell has ended
 */
export async function announceRunAll(
  finished: Promise<void>,
  cells: readonly CellView[],
  language: Language,
  announce: (text: string) => void,
): Promise<void> {
  const words = runAllWords[language];
  announce(words.started(cells.length));
  let announced = '';
  const interval = setInterval(() => {
    const index = cells.findIndex(({ status }) => status === 'running');
    const name = cells[index]?.name ?? announced;
    if (name !== announced) announce(words.running(index + 1, cells.length, name));
    announced = name;
  }, progressMilliseconds);
  await finished;
  clearInterval(interval);

  const last =
    cells.find(({ status }) => status === 'failed') ?? cells.find(({ status }) => status === 'stopped');
  if (last !== undefined) {
    const text = last.status === 'failed' ? words.failed(last.name) : words.stopped(last.name);
    announce(last === cells.at(-1) ? text : `${text} ${words.rest}`);
  }
  // If no cell ran, the lesson bar shows the reason.
  else if (cells.every(({ status }) => status === 'done')) announce(words.done(cells.length));
}
