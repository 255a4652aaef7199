import type { Language } from '../../shared/language.ts';
import type { createCellConsole } from './cell-console.ts';
import { libraryText } from './tensorflow-warnings.ts';
import { printed } from './value-tree.ts';

/** Warnings of tfjs about how the course set it up, which a learner cannot change. */
const setupWarnings = [
  /^The kernel '.*' for backend '.*' is already registered$/,
  /^Overriding the gradient for /,
  /backend was already registered\. Reusing/,
  /^Platform .* has already been set\./,
  /Hi, looks like you are running TensorFlow\.js in Node/,
];

/** The frames of a stack trace in V8's or SpiderMonkey's format, which are not shown. */
const frames = /(?:^|\n)(?:\s+at |\S*@\S+:\d+:\d+).*/s;

/** The number of different warnings of a run that are deduplicated; further ones are always shown. */
const rememberedLimit = 200;

/**
 * Redirects the worker's console to the running cell, because tfjs prints there (`tensor.print()`, `model.summary()`) and warns.
 * A repeated warning is shown once in a run. Before the first run, the original console is used.
 *
 * @param globals the object that has the console; its methods are replaced, so that references to the console stay valid
 * @param deps.run returns the number of the current or the last run; 0 before the first
 */
export function showLibraryConsole(
  globals: object,
  cell: ReturnType<typeof createCellConsole>,
  deps: { readonly run: () => number; readonly language: Language },
): void {
  const shared: unknown = Reflect.get(globals, 'console');
  if (typeof shared !== 'object' || shared === null) return;
  let warnedIn = 0;
  const warned = new Set<string>();

  function isRepeated(text: string): boolean {
    if (warnedIn !== deps.run()) warned.clear();
    warnedIn = deps.run();
    if (warned.has(text)) return true;
    if (warned.size < rememberedLimit) warned.add(text);
    return false;
  }

  /** Returns `false` for warnings that are not shown in cells. */
  function warn(level: 'warn' | 'error', values: readonly unknown[]): boolean {
    const text = printed(values).replace(frames, '');
    if (text === '' || setupWarnings.some((pattern) => pattern.test(text))) return false;
    if (!isRepeated(`${level} ${text}`)) cell[level](libraryText(text, deps.language));
    return true;
  }

  const replaced = Object.entries(cell).map(([name, show]) => {
    const original: unknown = Reflect.get(shared, name);
    const method = (...values: never[]): void => {
      if (deps.run() > 0) {
        if (name !== 'warn' && name !== 'error') return void Reflect.apply(show, cell, values);
        if (warn(name, values)) return;
      }
      if (typeof original === 'function') Reflect.apply(original, shared, values);
    };
    return [name, method];
  });
  Object.assign(shared, Object.fromEntries(replaced));
}
