import { doors, scriptFolders } from './order.ts';
import { classesAskedFor, dynamicImportsOf, ownState } from './read-classes.ts';
import { freeNames, importsOf, type SourceFile } from './read-imports.ts';

const runtime = 'lessons-runtime/';
const training = `${runtime}training/`;

function isInWorker(path: string): boolean {
  return scriptFolders.some((folder) => path.startsWith(`${runtime}${folder}/`));
}

/** What the runtime's files keep to besides their order. The functions take the files of `src/`, and return each breach in words. */

/**
 * Pictures decoded outside the one place that draws them upright: an `ImageBitmap` may lose its orientation on the way into a
 * worker's frame. In the worker itself they go nowhere.
 */
export function pictureBreaches(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !isInWorker(path) && path !== `${runtime}host/upright-photo.ts`)
    .flatMap((file) => {
      const line = freeNames(file).get('createImageBitmap');
      return line === undefined ? [] : [`${file.path}:${line} uses createImageBitmap`];
    });
}

/**
 * Each script of the worker is bundled by itself, and the page by itself: what a file makes is there once in each that has the
 * file.
 * @returns files in two of them or more that stand on there being one only: whose class is asked for by `instanceof`, or that
 *   keep something of their own, or a symbol
 */
export function copiedIdentities(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const bundles = new Map<string, string[]>();
  const entries = files.filter(({ path }) => isInWorker(path) && path.endsWith('-entry.ts'));
  const pages = files.filter(({ path }) => doors.includes(path) && path !== `${runtime}build.ts`);
  const bundle = (name: string, from: readonly SourceFile[]): void => {
    const open = from.map(({ path }) => path);
    for (const path of open) {
      bundles.set(path, [...(bundles.get(path) ?? []), name]);
      for (const { to, isTypeOnly } of imports.get(path) ?? []) {
        if (!isTypeOnly && imports.has(to) && !open.includes(to)) open.push(to);
      }
    }
  };
  bundle('the page', pages);
  for (const entry of entries) bundle(entry.path.replace(/^.*\/|-entry\.ts$/g, ''), [entry]);

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
 * TensorFlow.js, and its `build/` also what builds it; the others import its index.
 */
export function packageBreaches(files: readonly SourceFile[]): readonly string[] {
  const isInside = (path: string) => path.startsWith(training);
  return files
    .flatMap(importsOf)
    .filter(({ from, to, isTypeOnly }) => {
      if (!isInside(from)) return isInside(to) && to !== `${training}index.ts`;
      if (from.startsWith(`${training}build/`) && /^(?:node:|assemblyscript\/)/.test(to)) return false;
      // The kernels import one another in AssemblyScript's way, and nothing else.
      const path = from.startsWith(`${training}assembly/`) ? `${to}.ts` : to;
      return !isInside(path) && !(isTypeOnly && /^@tensorflow\/tfjs(?:-core)?(?:\/|$)/.test(to));
    })
    .map(({ from, line, to }) => `${from}:${line} imports ${to}`);
}
