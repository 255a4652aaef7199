import { doors, scriptFolders } from './order.ts';
import { freeNames, type Import, importsOf, type SourceFile } from './read-imports.ts';

/** The functions below take the files of `src/`, by their paths below it, and return each breach in words. */

const runtime = 'lessons-runtime/';

type Order = readonly (readonly string[])[];

function describe({ from, line, to }: Import): string {
  return `${from}:${line} imports ${to}`;
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The place of the order that a file belongs to, and its line; `null` where it has none. */
function placeOf(path: string, order: Order): { readonly place: string; readonly level: number } | null {
  const places = order.flatMap((line, level) => line.map((place) => ({ place, level })));
  const fitting = places.filter(({ place }) => isWithin(path, place));
  return fitting.sort((a, b) => b.place.length - a.place.length)[0] ?? null;
}

/** Files without a place, and imports that do not go down. */
export function orderBreaches(files: readonly SourceFile[], order: Order): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const unplaced = files.filter(({ path }) => placeOf(path, order) === null);
  const climbing = files.flatMap(importsOf).filter(({ from, to }) => {
    const [importer, imported] = [placeOf(from, order), placeOf(to, order)];
    if (!known.has(to) || importer === null || imported === null) return false;
    return importer.place !== imported.place && imported.level >= importer.level;
  });
  const outside = files.flatMap(importsOf).filter(({ to }) => to.startsWith('../'));
  return [...unplaced.map(({ path }) => `${path} has no place`), ...[...climbing, ...outside].map(describe)];
}

/** The same within one folder, whose own files are above its folders. */
export function innerOrderBreaches(
  files: readonly SourceFile[],
  folder: string,
  order: Order,
): readonly string[] {
  const inside = files.filter(({ path }) => isWithin(path, folder));
  const places = order.map((line) => line.map((place) => `${folder}/${place}`));
  const unplaced = inside
    .map(({ path }) => path)
    .filter((path) => placeOf(path, places) === null && path.slice(folder.length + 1).includes('/'));
  return [...unplaced.map((path) => `${path} has no place`), ...orderBreaches(inside, [...places, [folder]])];
}

/** Files that import each other in a circle, each circle once; by values only, or by types as well. */
export function importCycles(files: readonly SourceFile[], by: 'values' | 'types'): readonly string[] {
  const imports = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ isTypeOnly }) => by === 'types' || !isTypeOnly)
        .map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) if (imports.has(next)) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return cycles;
}

/**
 * One folder is one script: every entry lies in its script's folder and is built; no script imports another's files but the
 * kernel's; nothing of the page imports any of them.
 * @param entries of the scripts that are built, below `lessons-runtime/`
 */
export function scriptBreaches(files: readonly SourceFile[], entries: readonly string[]): readonly string[] {
  const scriptOf = (path: string) =>
    scriptFolders.find((folder) => isWithin(path, `${runtime}${folder}`)) ?? null;
  const found = files.filter(({ path }) => path.endsWith('-entry.ts')).map(({ path }) => path);
  const built = entries.map((entry) => `${runtime}${entry}`);
  const crossing = files.flatMap(importsOf).filter(({ from, to }) => {
    const [importer, imported] = [scriptOf(from), scriptOf(to)];
    return imported !== null && imported !== importer && !(imported === 'kernel' && importer !== null);
  });
  const withoutEntry = scriptFolders.filter((folder) => !entries.some((entry) => isWithin(entry, folder)));
  return [
    ...found.filter((path) => !built.includes(path)).map((path) => `${path} is built into no script`),
    ...built.filter((path) => !found.includes(path)).map((path) => `${path} is built and not there`),
    ...found.filter((path) => scriptOf(path) === null).map((path) => `${path} lies in no script's folder`),
    ...withoutEntry.map((folder) => `${folder} has no entry`),
    ...crossing.map(describe),
  ];
}

/** Imports of TensorFlow.js where it must not be loaded: values only in the worker's scripts, tfjs-vis only in `panel/chart/`. */
export function tensorflowBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .flatMap(importsOf)
    .filter(({ from, to, isTypeOnly }) => {
      if (isTypeOnly || !to.startsWith('@tensorflow/')) return false;
      // An address of a file that the build copies: nothing of it is loaded.
      if (to.endsWith('?url')) return false;
      // The metrics of tfjs-vis are a file of their own that draws nothing: they are computed where the tensors are.
      if (to === '@tensorflow/tfjs-vis/dist/util/math') return !isWithin(from, `${runtime}charts`);
      return to.startsWith('@tensorflow/tfjs-vis')
        ? !isWithin(from, `${runtime}panel/chart`)
        : !scriptFolders.some((folder) => isWithin(from, `${runtime}${folder}`));
    })
    .map(describe);
}

/** Uses of the page's own globals in the runtime outside `panel/` and the one file that makes workers. */
export function domBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith(runtime))
    .filter(({ path }) => !isWithin(path, `${runtime}panel`) && path !== `${runtime}host/worker-factory.ts`)
    .flatMap((file) => {
      const names = freeNames(file);
      return ['document', 'window', 'localStorage', 'sessionStorage'].flatMap((name) => {
        const line = names.get(name);
        return line === undefined ? [] : [`${file.path}:${line} uses ${name}`];
      });
    });
}

/** Imports of the runtime from outside that go by none of its doors; `shared/` is open to all. */
export function doorBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith(runtime))
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith(runtime) && !doors.includes(to) && !isWithin(to, `${runtime}shared`))
    .map(describe);
}

/** Scripts of the page that come by the door of the build: what lies behind it is for the build alone. */
export function buildDoorBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith(runtime) || path.endsWith('.astro'))
    .flatMap(importsOf)
    .filter(
      ({ to, isPageScript, from }) =>
        to === `${runtime}build.ts` && (isPageScript || from.startsWith(runtime)),
    )
    .map(describe);
}
