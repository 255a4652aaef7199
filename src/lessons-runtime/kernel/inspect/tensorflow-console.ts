import type { Language } from '../../shared/language.ts';
import type { createCellConsole } from './cell-console.ts';
import { libraryText } from './tensorflow-warnings.ts';
import { printed } from './value-tree.ts';

/** What tfjs says of how it was put together: that is the course's doing, and nothing a learner can change. */
const ofTheCourse = [
  /^The kernel '.*' for backend '.*' is already registered$/,
  /^Overriding the gradient for /,
  /backend was already registered\. Reusing/,
  /^Platform .* has already been set\./,
  /Hi, looks like you are running TensorFlow\.js in Node/,
];

/** Of a stack, as either engine writes it, only what comes before its first frame is for a learner. */
const frames = /(?:^|\n)(?:\s+at |\S*@\S+:\d+:\d+).*/s;

/** Different warnings of one run that are remembered; any more are shown as often as they come. */
const rememberedLimit = 200;

/**
 * Shows in the cell that runs what goes to the worker's own console: tfjs prints there (`tensor.print()`,
 * `model.summary()`), and warns. A warning that a loop repeats is shown once a run. What comes before the first run goes to
 * the console that was there.
 *
 * @param globals the object that has the console; its methods are replaced, so that a library may have it already
 * @param deps.run the number of the run under way, or of the last one; 0 before the first
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

  /** @returns `false` for what is not for the cell */
  function warn(level: 'warn' | 'error', values: readonly unknown[]): boolean {
    const text = printed(values).replace(frames, '');
    if (text === '' || ofTheCourse.some((pattern) => pattern.test(text))) return false;
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
