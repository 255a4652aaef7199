import {
  classesAskedFor,
  dynamicImportsOf,
  freeNames,
  type Import,
  importsOf,
  ownState,
  type SourceFile,
} from './read-imports.ts';

/** The folders of the runtime, from `shared` up: a file imports only from lower ones, or from its own. */
export const ranks: Readonly<Record<string, number>> = {
  'index.ts': 6,
  'progress-page.ts': 6,
  'record.ts': 6,
  panel: 5,
  host: 4,
  worker: 4,
  grading: 3,
  datasets: 3,
  models: 3,
  training: 3,
  progress: 3,
  compile: 2,
  protocol: 2,
  quiz: 2,
  lesson: 1,
  shared: 0,
};

/** A file's folder in the runtime; a file that lies in none stands for itself. */
function folderOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function place({ from, line, to }: Import): string {
  return `${from}:${line} imports ${to}`;
}

/** Every breach of the order of folders, in words. `files` are those below `lessons-runtime`. */
export function rankBreaches(files: readonly SourceFile[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  const unranked = [...new Set(files.map(({ path }) => folderOf(path)))].filter(
    (folder) => !(folder in ranks),
  );
  const climbing = files.flatMap(importsOf).filter(({ from, to }) => {
    if (!known.has(to)) return false;
    const [importer, imported] = [folderOf(from), folderOf(to)];
    return importer !== imported && (ranks[imported] ?? 0) >= (ranks[importer] ?? 0);
  });
  const outside = files
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith('../'))
    .map(place);
  return [...unranked.map((folder) => `${folder} has no rank`), ...climbing.map(place), ...outside];
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

/** Imports of TensorFlow.js where it must not be loaded: values only in `worker/`, tfjs-vis only in `panel/chart/`. */
export function tensorflowBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .flatMap(importsOf)
    .filter(({ from, to, isTypeOnly }) => {
      if (isTypeOnly || !to.startsWith('@tensorflow/')) return false;
      // An address of a file that the build copies: nothing of it is loaded.
      if (to.endsWith('?url')) return false;
      // The metrics of tfjs-vis are a file of their own that draws nothing: they are computed where the tensors are.
      if (to === '@tensorflow/tfjs-vis/dist/util/math') return !from.startsWith('worker/charts/');
      return to.startsWith('@tensorflow/tfjs-vis')
        ? !from.startsWith('panel/chart/')
        : !from.startsWith('worker/');
    })
    .map(place);
}

/** Uses of the page's own globals outside `panel/` and the one file that makes workers. */
export function domBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith('panel/') && path !== 'host/worker-factory.ts')
    .flatMap((file) => {
      const names = freeNames(file);
      return ['document', 'window', 'localStorage', 'sessionStorage'].flatMap((name) => {
        const line = names.get(name);
        return line === undefined ? [] : [`${file.path}:${line} uses ${name}`];
      });
    });
}

/**
 * Pictures decoded outside the one place that draws them upright: an `ImageBitmap` may lose its orientation on the way into a
 * worker's frame. In the worker itself they go nowhere.
 */
export function pictureBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith('worker/') && path !== 'host/upright-photo.ts')
    .flatMap((file) => {
      const line = freeNames(file).get('createImageBitmap');
      return line === undefined ? [] : [`${file.path}:${line} uses createImageBitmap`];
    });
}

/** What the site's own files may import of the runtime: its doors, and what is plain or pure that the build needs. */
const doors =
  /^lessons-runtime\/(?:(?:index|progress-page|record)\.ts$|lesson\/|shared\/|datasets\/|quiz\/|compile\/|grading\/find-blanks\.ts$)/;

/** `files` are all those below `src`. */
export function doorBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith('lessons-runtime/'))
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith('lessons-runtime/') && !doors.test(to))
    .map(place);
}

/**
 * Each script of the worker is bundled by itself, and the page by itself: what a file makes is there once in each that has the
 * file. `files` are those below `lessons-runtime`.
 * @returns files in two of them or more that stand on there being one only: whose class is asked for by `instanceof`, or that
 *   keep something of their own, or a symbol
 */
export function copiedIdentities(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const bundles = new Map<string, string[]>();
  const entries = files.filter(({ path }) => /^worker\/[^/]+-entry\.ts$/.test(path));
  const doors = files.filter(({ path }) => /^(?:index|progress-page|record)\.ts$/.test(path));
  const bundle = (name: string, from: readonly SourceFile[]): void => {
    const open = from.map(({ path }) => path);
    for (const path of open) {
      bundles.set(path, [...(bundles.get(path) ?? []), name]);
      for (const { to, isTypeOnly } of imports.get(path) ?? []) {
        if (!isTypeOnly && imports.has(to) && !open.includes(to)) open.push(to);
      }
    }
  };
  bundle('the page', doors);
  for (const entry of entries) bundle(entry.path.replace(/^worker\/|-entry\.ts$/g, ''), [entry]);

  const found = files.flatMap((file) => [
    ...classesAskedFor(file).map(({ name, line, from }) => ({
      at: from,
      says: `${file.path}:${line} asks for a ${name} by instanceof, which is in`,
    })),
    ...ownState(file).map((line) => ({
      at: file.path,
      says: `${file.path}:${line} keeps something of its own, and is in`,
    })),
  ]);
  return found.flatMap(({ at, says }) => {
    const inBundles = bundles.get(at) ?? [];
    return inBundles.length > 1 ? [`${says} ${inBundles.join(', ')}`] : [];
  });
}

/** Dynamic imports that are not `loadPart(() => import('…'))`: what they load would not be tried again, nor its failure told. */
export function bareImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    dynamicImportsOf(file).flatMap(({ line, loader }) =>
      loader === 'loadPart' ? [] : [`${file.path}:${line}`],
    ),
  );
}

/**
 * Breaches of what makes `training/` a package of its own: it imports nothing of the runtime, of others only types of
 * TensorFlow.js, and its `build/` also what builds it; the runtime imports its index. `files` are those below
 * `lessons-runtime`.
 */
export function packageBreaches(files: readonly SourceFile[]): readonly string[] {
  const isInside = (path: string) => path.startsWith('training/');
  return files
    .flatMap(importsOf)
    .filter(({ from, to, isTypeOnly }) => {
      if (!isInside(from)) return isInside(to) && to !== 'training/index.ts';
      if (from.startsWith('training/build/') && /^(?:node:|assemblyscript\/)/.test(to)) return false;
      // The kernels import one another in AssemblyScript's way, and nothing else.
      const path = from.startsWith('training/assembly/') ? `${to}.ts` : to;
      return !isInside(path) && !(isTypeOnly && /^@tensorflow\/tfjs(?:-core)?(?:\/|$)/.test(to));
    })
    .map(place);
}
