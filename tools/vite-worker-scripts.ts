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

/** Where a script begins: in the folder of its name or, where it is a part of the kernel, in the kernel's. */
function entryOf(name: WorkerScript): string {
  return `${existsSync(new URL(name, folder)) ? name : 'kernel'}/${name}-entry.ts`;
}

/**
 * The scripts that run in the lesson's worker, as `virtual:worker-scripts`: a URL for each name.
 *
 * Vite's own `?worker` cannot make them: a blob worker in an opaque origin must be one classic script, and the others must
 * share the kernel's tfjs-core instead of carrying a second one.
 */
export const scriptEntries = workerScriptNames.map(entryOf);

/**
 * The script that grades exercises is not loaded by the kernel: it runs as a cell (`host/grade-exercise.ts`), so the page has it as text,
 * `virtual:grading-script`.
 */
export const graderEntry = 'grader/grader-entry.ts';
const gradingId = 'virtual:grading-script';

/** What the other scripts take from the kernel (`kernel/lazy-scripts.ts` holds it out) instead of carrying its own. */
const sharedModules = {
  '@tensorflow/tfjs-core': 'deshieloScript.core',
  '@tensorflow/tfjs-backend-cpu/dist/shared': 'deshieloScript.cpuShared',
};

const virtualId = 'virtual:worker-scripts';
const resolvedId = `\0${virtualId}`;

interface Bundle {
  readonly code: string;
  /** Whether it is another one in each language. */
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
    plugins: [chartMaths(), trainingKernels(), ...words],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(entry, folder)),
        ...(name === 'grader' ? { preserveEntrySignatures: 'strict' } : {}),
        // The charts' one use of tfjs-core is put in its place by `chartMaths`.
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
  if (chunk?.type !== 'chunk') throw new Error(`worker script ${name}: the bundler gave no chunk`);
  return { code: chunk.code, hasWords };
}

export function workerScripts(): Plugin {
  let base = '/';
  let serving = false;
  const emitted = new Set<string>();
  const withoutWords = new Map<WorkerScript | 'grader', Bundle>();
  const devPrefix = '@worker-scripts/';

  /** A script in one language; one without words is made once. */
  async function built(name: WorkerScript | 'grader', language: Language | undefined): Promise<string> {
    const made = withoutWords.get(name) ?? (await bundle(name, language, true));
    if (language !== undefined && !made.hasWords) withoutWords.set(name, made);
    return made.code;
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
