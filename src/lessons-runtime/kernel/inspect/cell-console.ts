import type { Output } from '../../protocol/output.ts';
import { printed } from './value-tree.ts';

type Level = Extract<Output, { kind: 'text' }>['level'];

/**
 * Creates the `console` of cells, which writes into the output of the running cell.
 *
 * @param show shows a value; used by `console.table` and `console.dir`
 */
export function createCellConsole(
  print: (level: Level, text: string) => void,
  show: (value: unknown) => void,
) {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const write =
    (level: Level) =>
    (...values: unknown[]): void =>
      print(level, printed(values));

  return {
    log: write('log'),
    debug: write('log'),
    trace: write('log'),
    dir: (value: unknown) => show(value),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    table: (value: unknown) => show(value),
    group: write('log'),
    groupCollapsed: write('log'),
    groupEnd(): void {},
    clear(): void {},
    assert(condition: unknown, ...values: unknown[]): void {
      if (!condition) print('error', printed(['Assertion failed', ...values]));
    },
    count(label = 'default'): void {
      const next = (counts.get(label) ?? 0) + 1;
      counts.set(label, next);
      print('log', `${label}: ${next}`);
    },
    countReset(label = 'default'): void {
      counts.delete(label);
    },
    time(label = 'default'): void {
      timers.set(label, performance.now());
    },
    timeLog: (label = 'default') => printTime(label),
    timeEnd(label = 'default'): void {
      printTime(label);
      timers.delete(label);
    },
  };

  function printTime(label: string): void {
    const began = timers.get(label);
    if (began !== undefined) print('log', `${label}: ${(performance.now() - began).toFixed(1)} ms`);
  }
}
