import { entryPoints, scriptFolders } from './order.ts';
import { checkedClassesOf, dynamicImportsOf, moduleStateOf } from './read-classes.ts';
import { freeNames, importsOf, type SourceFile } from './read-imports.ts';

const runtime = 'lessons-runtime/';
const training = `${runtime}training/`;

function isInWorker(path: string): boolean {
  return scriptFolders.some((folder) => path.startsWith(`${runtime}${folder}/`));
}

// Each function below takes the files of `src/`, with paths below it, and returns a description of each violation.

/**
 * Finds uses of `createImageBitmap` in the page outside the file that draws photos upright, because an `ImageBitmap` may lose
 * its orientation when it is posted to the worker's frame. The worker does not post bitmaps.
 */
export function imageBitmapViolations(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !isInWorker(path) && path !== `${runtime}host/upright-photo.ts`)
    .flatMap((file) => {
      const line = freeNames(file).get('createImageBitmap');
      return line === undefined ? [] : [`${file.path}:${line} uses createImageBitmap`];
    });
}

/**
 * Finds files that are in several bundles but work only if they exist once, because a class of theirs is checked by
 * `instanceof`, or because they have module state. The page and each script of the worker are separate bundles.
 */
export function duplicatedStateViolations(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const bundles = new Map<string, string[]>();
  const entries = files.filter(({ path }) => isInWorker(path) && path.endsWith('-entry.ts'));
  const pages = files.filter(({ path }) => entryPoints.includes(path) && path !== `${runtime}build.ts`);
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
    ...checkedClassesOf(file).map(({ name, line, from }) => ({
      definedIn: from,
      description: `${file.path}:${line} checks ${name} by instanceof, which is in`,
    })),
    ...moduleStateOf(file).map((line) => ({
      definedIn: file.path,
      description: `${file.path}:${line} has module state, and is in`,
    })),
  ]);
  return found.flatMap(({ definedIn, description }) => {
    const inBundles = bundles.get(definedIn) ?? [];
    return inBundles.length > 1 ? [`${description} ${inBundles.join(', ')}`] : [];
  });
}

/** Finds dynamic imports without `loadPart`, which retries a failed download and reports it. */
export function dynamicImportViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    dynamicImportsOf(file).flatMap(({ line, loader }) =>
      loader === 'loadPart' ? [] : [`${file.path}:${line}`],
    ),
  );
}

/**
 * Finds violations of `training/` being a package: it imports nothing of the runtime, and of other packages only types of
 * TensorFlow.js; its `build/` may also import Node's modules and AssemblyScript. Other files import only its index.
 */
export function packageViolations(files: readonly SourceFile[]): readonly string[] {
  const isInside = (path: string) => path.startsWith(training);
  return files
    .flatMap(importsOf)
    .filter(({ from, to, isTypeOnly }) => {
      if (!isInside(from)) return isInside(to) && to !== `${training}index.ts`;
      if (from.startsWith(`${training}build/`) && /^(?:node:|assemblyscript\/)/.test(to)) return false;
      // AssemblyScript's imports have no file extension.
      const path = from.startsWith(`${training}assembly/`) ? `${to}.ts` : to;
      return !isInside(path) && !(isTypeOnly && /^@tensorflow\/tfjs(?:-core)?(?:\/|$)/.test(to));
    })
    .map(({ from, line, to }) => `${from}:${line} imports ${to}`);
}
