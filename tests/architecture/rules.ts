import { entryPoints, scriptFolders } from './order.ts';
import { freeNames, type Import, importsOf, type SourceFile } from './read-imports.ts';

// Each function below takes the files of `src/`, with paths below it, and returns a description of each violation.

const runtime = 'lessons-runtime/';

type Order = readonly (readonly string[])[];

function describe({ from, line, to }: Import): string {
  return `${from}:${line} imports ${to}`;
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** Returns the place in the order that a file belongs to, with its level; `null` if it belongs to none. */
function placeOf(path: string, order: Order): { readonly place: string; readonly level: number } | null {
  const places = order.flatMap((line, level) => line.map((place) => ({ place, level })));
  const fitting = places.filter(({ place }) => isWithin(path, place));
  return fitting.sort((a, b) => b.place.length - a.place.length)[0] ?? null;
}

/** Finds files without a place, and imports from the same or a higher line. */
export function orderViolations(files: readonly SourceFile[], order: Order): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const unplaced = files.filter(({ path }) => placeOf(path, order) === null);
  const upward = files.flatMap(importsOf).filter(({ from, to }) => {
    const [importer, imported] = [placeOf(from, order), placeOf(to, order)];
    if (!known.has(to) || importer === null || imported === null) return false;
    return importer.place !== imported.place && imported.level >= importer.level;
  });
  const outside = files.flatMap(importsOf).filter(({ to }) => to.startsWith('../'));
  return [...unplaced.map(({ path }) => `${path} has no place`), ...[...upward, ...outside].map(describe)];
}

/** Finds the same within a folder, whose own files are above all places. */
export function innerOrderViolations(
  files: readonly SourceFile[],
  folder: string,
  order: Order,
): readonly string[] {
  const inside = files.filter(({ path }) => isWithin(path, folder));
  const places = order.map((line) => line.map((place) => `${folder}/${place}`));
  const unplaced = inside
    .map(({ path }) => path)
    .filter((path) => placeOf(path, places) === null && path.slice(folder.length + 1).includes('/'));
  return [
    ...unplaced.map((path) => `${path} has no place`),
    ...orderViolations(inside, [...places, [folder]]),
  ];
}

/** Finds import cycles, each once; among imports of values only, or of types as well. */
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
 * Finds violations of "one folder is one script": each entry is in the folder of its script and is built; a script imports
 * no files of another script except the kernel; the page imports no files of any script.
 * @param entries the entries of the scripts that are built, as paths below `lessons-runtime/`
 */
export function scriptViolations(
  files: readonly SourceFile[],
  entries: readonly string[],
): readonly string[] {
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
    ...found.filter((path) => !built.includes(path)).map((path) => `${path} is not built`),
    ...built.filter((path) => !found.includes(path)).map((path) => `${path} is built but does not exist`),
    ...found
      .filter((path) => scriptOf(path) === null)
      .map((path) => `${path} is not in the folder of a script`),
    ...withoutEntry.map((folder) => `${folder} has no entry`),
    ...crossing.map(describe),
  ];
}

/** Finds imports of values of TensorFlow.js outside the worker's scripts, and of tfjs-vis outside `panel/chart/`. */
export function tensorflowViolations(files: readonly SourceFile[]): readonly string[] {
  return files
    .flatMap(importsOf)
    .filter(({ from, to, isTypeOnly }) => {
      if (isTypeOnly || !to.startsWith('@tensorflow/')) return false;
      // `?url` imports the address of a file that the build copies, not its code.
      if (to.endsWith('?url')) return false;
      // This module of tfjs-vis computes metrics and draws nothing, so it runs where the tensors are.
      if (to === '@tensorflow/tfjs-vis/dist/util/math') return !isWithin(from, `${runtime}charts`);
      return to.startsWith('@tensorflow/tfjs-vis')
        ? !isWithin(from, `${runtime}panel/chart`)
        : !scriptFolders.some((folder) => isWithin(from, `${runtime}${folder}`));
    })
    .map(describe);
}

/** Finds uses of the page's globals in the runtime outside `panel/` and the file that creates workers. */
export function domViolations(files: readonly SourceFile[]): readonly string[] {
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

/** Finds imports of the runtime, from outside it, of files that are neither entry points nor in `shared/`. */
export function entryPointViolations(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith(runtime))
    .flatMap(importsOf)
    .filter(
      ({ to }) => to.startsWith(runtime) && !entryPoints.includes(to) && !isWithin(to, `${runtime}shared`),
    )
    .map(describe);
}

/** Finds scripts of the page that import `build.ts`, which is only for the build. */
export function buildEntryViolations(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => path.startsWith(runtime) || path.endsWith('.astro'))
    .flatMap(importsOf)
    .filter(
      ({ to, isPageScript, from }) =>
        to === `${runtime}build.ts` && (isPageScript || from.startsWith(runtime)),
    )
    .map(describe);
}
