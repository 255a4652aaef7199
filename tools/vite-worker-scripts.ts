import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { type WorkerScript, workerScriptNames } from '../src/lessons-runtime/protocol/worker-scripts.ts';
import type { Language } from '../src/lessons-runtime/shared/language.ts';
import { chartMaths } from './vite-charts.ts';
import { inLanguage, languageOfModule, onlyLanguage } from './vite-page-language.ts';
import { trainingKernels } from './vite-training-kernels.ts';

const folder = new URL('../src/lessons-runtime/', import.meta.url);

/** Returns a script's entry, which is in the folder with its name or, for a part of the kernel, in `kernel/`. */
function entryOf(name: WorkerScript): string {
  return `${existsSync(new URL(name, folder)) ? name : 'kernel'}/${name}-entry.ts`;
}

/** The entries of the scripts of `virtual:worker-scripts`. */
export const scriptEntries = workerScriptNames.map(entryOf);

/**
 * The entry of the script that grades exercises. The kernel does not load it: it runs as a cell (`host/grade-exercise.ts`), so
 * the page imports its text from `virtual:grading-script`.
 */
export const graderEntry = 'grader/grader-entry.ts';
const gradingId = 'virtual:grading-script';

/** Modules that the other scripts take from the kernel, which exposes them in `kernel/lazy-scripts.ts`. */
const sharedModules = {
  '@tensorflow/tfjs-core': 'deshieloScript.core',
  '@tensorflow/tfjs-backend-cpu/dist/shared': 'deshieloScript.cpuShared',
};

const virtualId = 'virtual:worker-scripts';
const resolvedId = `\0${virtualId}`;

/** Reduces seedrandom to `alea`, the only one of its generators that tfjs and the runtime use. */
function onlyAlea(): Plugin {
  const reducedId = '\0seedrandom';
  return {
    name: 'deshielo:only-alea',
    enforce: 'pre',
    resolveId: (id) => (id === 'seedrandom' ? reducedId : undefined),
    load: (id) =>
      id === reducedId
        ? "import alea from 'seedrandom/lib/alea.js'; export { alea }; export default { alea };"
        : undefined,
  };
}

/** Modules that tfjs-core imports and the worker's scripts replace, with the files that say why. */
const replacements: readonly { readonly imported: RegExp; readonly file: string }[] = [
  { imported: /^long$/, file: 'kernel/long.ts' },
  { imported: /^\.\.?\/(?:io\/)?(?:local_storage|indexed_db)$/, file: 'kernel/browser-storage.ts' },
];

/** Replaces what tfjs-core does not need in a worker. */
function smallCore(): Plugin {
  return {
    name: 'deshielo:small-core',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!importer?.replaceAll('\\', '/').includes('/@tensorflow/tfjs-core/')) return undefined;
      const found = replacements.find(({ imported }) => imported.test(id));
      return found && fileURLToPath(new URL(found.file, folder));
    },
  };
}

interface Bundle {
  readonly code: string;
  /** Whether the code depends on the language. */
  readonly hasWords: boolean;
}

async function bundle(
  name: WorkerScript | 'grader',
  language: Language | undefined,
  minify: boolean,
): Promise<Bundle> {
  let hasWords = false;
  const words = language === undefined ? [] : [onlyLanguage(language, () => (hasWords = true))];
  const entry = name === 'grader' ? graderEntry : entryOf(name);
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [chartMaths(), onlyAlea(), smallCore(), trainingKernels(), ...words],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(entry, folder)),
        ...(name === 'grader' ? { preserveEntrySignatures: 'strict' } : {}),
        // `chartMaths` replaces the only use of tfjs-core in the charts.
        external: name === 'kernel' || name === 'charts' ? [] : Object.keys(sharedModules),
        output: {
          format: 'iife',
          ...(name === 'grader' ? { name: 'deshieloGrading' } : {}),
          codeSplitting: false,
          comments: { legal: false, annotation: false, jsdoc: false },
          globals: sharedModules,
        },
      },
    },
  });
  const [chunk] = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`worker script ${name}: the bundler returned no chunk`);
  return { code: chunk.code, hasWords };
}

/**
 * Builds the scripts that run in a lesson's worker. `virtual:worker-scripts` exports the URL of each by name,
 * `virtual:grading-script` the text of the grader.
 *
 * Vite's `?worker` cannot build them: a blob worker in an opaque origin must be a single classic script, and the other scripts
 * must share the kernel's tfjs-core.
 */
export function workerScripts(): Plugin {
  let base = '/';
  let serving = false;
  const emitted = new Set<string>();
  const withoutWords = new Map<WorkerScript | 'grader', Bundle>();
  const devPrefix = '@worker-scripts/';

  /** Returns a script in one language. A script without words is built once for all. */
  async function built(name: WorkerScript | 'grader', language: Language | undefined): Promise<string> {
    const script = withoutWords.get(name) ?? (await bundle(name, language, true));
    if (language !== undefined && !script.hasWords) withoutWords.set(name, script);
    return script.code;
  }

  return {
    name: 'deshielo:worker-scripts',
    configResolved(config) {
      base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      serving = config.command === 'serve';
    },
    configureServer(devServer) {
      devServer.middlewares.use(async (request, response, next) => {
        const [path = ''] = request.url?.split('?') ?? [];
        const name = workerScriptNames.find((candidate) => path.endsWith(`${devPrefix}${candidate}.js`));
        if (name === undefined) return next();
        try {
          const { code } = await bundle(name, languageOfModule(request.url), false);
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        } catch (error) {
          next(error);
        }
      });
    },
    resolveId(id, importer) {
      return id === virtualId || id === gradingId
        ? inLanguage(`\0${id}`, languageOfModule(importer))
        : undefined;
    },
    async load(id) {
      const language = languageOfModule(id);
      if (id === inLanguage(`\0${gradingId}`, language))
        return `export default ${JSON.stringify(await built('grader', language))};`;
      if (id !== inLanguage(resolvedId, language)) return undefined;
      const urls: Partial<Record<WorkerScript, string>> = {};
      for (const name of workerScriptNames) {
        if (serving) {
          urls[name] = inLanguage(`${base}${devPrefix}${name}.js`, language);
          continue;
        }
        const source = await built(name, language);
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 10);
        const fileName = `_astro/${name}.${hash}.js`;
        if (!emitted.has(fileName)) this.emitFile({ type: 'asset', fileName, source });
        emitted.add(fileName);
        urls[name] = `${base}${fileName}`;
      }
      return `export default ${JSON.stringify(urls)};`;
    },
  };
}
