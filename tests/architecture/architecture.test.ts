import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  anyTypes,
  dynamicImportsOf,
  importsOf,
  readTree,
  type SourceFile,
  stringsOf,
} from './read-imports.ts';
import {
  bareImports,
  copiedIdentities,
  domBreaches,
  doorBreaches,
  importCycles,
  packageBreaches,
  pictureBreaches,
  rankBreaches,
  ranks,
  tensorflowBreaches,
} from './rules.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const runtime = readTree(join(src, 'lessons-runtime'), ['.ts']);
const site = readTree(src, ['.ts', '.astro']);
const code = site.filter(({ path }) => !path.startsWith('content/'));

describe('the runtime', () => {
  it('is read whole: its imports are found', () => {
    expect(runtime.length).toBeGreaterThan(90);
    expect(runtime.flatMap(importsOf).length).toBeGreaterThan(250);
  });

  it('imports downwards only, and nothing from outside', () => {
    expect(rankBreaches(runtime)).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(importCycles(runtime, 'values')).toEqual([]);
  });

  it('has no circle of types', () => {
    expect(importCycles(runtime, 'types')).toEqual([]);
  });

  it('loads TensorFlow.js in the worker only, and tfjs-vis with the charts only', () => {
    expect(tensorflowBreaches(runtime)).toEqual([]);
  });

  it('touches the page in the panel only', () => {
    expect(domBreaches(runtime)).toEqual([]);
  });

  it('decodes pictures for cells in one place', () => {
    expect(pictureBreaches(runtime)).toEqual([]);
  });

  it('knows what comes from another script by what it carries, never by its class', () => {
    expect(copiedIdentities(runtime)).toEqual([]);
  });

  it('is entered by its door', () => {
    expect(doorBreaches(site)).toEqual([]);
  });

  it('has the training kernels as a package: by their index, and without anything of its own', () => {
    expect(packageBreaches(runtime)).toEqual([]);
  });
});

/** What the DOM calls SVG by: a name in the form of an address. */
const svgNamespace = 'http://www.w3.org/2000/svg';

describe('every file of the site', () => {
  const names = site.map(({ path }) => path.split('/').at(-1) ?? '');

  it('has a name in kebab-case', () => {
    // `[slug].ipynb.ts` makes files whose names end in `.ipynb`.
    const kebab =
      /^(?:\[[a-z]+(?:-[a-z]+)*\](?:\.ipynb|\.ts)?|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.d|\.config)?\.(?:ts|astro)$/;
    expect(names.filter((name) => !kebab.test(name))).toEqual([]);
  });

  it('has a name that says what it is', () => {
    expect(names.filter((name) => /\b(?:utils?|helpers?|manager|misc|common)\b/.test(name))).toEqual([]);
  });

  it('has three hundred lines at most', () => {
    const long = code.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('has no type any', () => {
    expect(code.flatMap((file) => anyTypes(file).map((line) => `${file.path}:${line}`))).toEqual([]);
  });

  it('writes nothing to the console', () => {
    expect(
      code
        .filter(({ text }) => /^[^*/]*\bconsole\.(?:log|debug|warn|error)\(/m.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('loads scripts later by the loader that tries again and tells of failures', () => {
    expect(code.flatMap(dynamicImportsOf).length).toBeGreaterThan(20);
    expect(bareImports(code)).toEqual([]);
  });

  it('names no other site: nothing is asked of one', () => {
    const addresses = code.flatMap((file) =>
      stringsOf(file)
        .filter(({ text }) => /\bhttps?:\/\//.test(text) && text !== svgNamespace)
        .map(({ text, line }) => `${file.path}:${line} ${text}`),
    );
    expect(addresses).toEqual([]);
  });
});

describe('a breach is found', () => {
  const roots: string[] = [];
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
  });

  function plant(files: Readonly<Record<string, string>>): readonly SourceFile[] {
    const root = mkdtempSync(join(tmpdir(), 'architecture-'));
    roots.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return readTree(root, ['.ts', '.astro']);
  }

  const target = {
    'panel/a.ts': 'export const a = 1; export type A = 1;',
    'host/b.ts': '',
    'worker/c.ts': '',
  };

  it.each([
    ['an import', "import { a } from '../panel/a.ts';"],
    ['a type-only import', "import type { A } from '../panel/a.ts';"],
    ['a re-export', "export { a } from '../panel/a.ts';"],
    ['a dynamic import', "const a = await import('../panel/a.ts');"],
    ['an import type', "let a: import('../panel/a.ts').A;"],
    ['a bare import', "import '../panel/a.ts';"],
  ])('that climbs: %s', (_, text) => {
    const files = plant({ ...target, 'models/d.ts': `// first line\n${text}` });
    expect(rankBreaches(files)).toEqual(['models/d.ts:2 imports panel/a.ts']);
  });

  it.each([
    ['host', 'worker/c.ts'],
    ['worker', 'host/b.ts'],
  ])('that stays level: %s and %s', (folder, to) => {
    const files = plant({ ...target, [`${folder}/d.ts`]: `import '../${to}';` });
    expect(rankBreaches(files)).toEqual([`${folder}/d.ts:1 imports ${to}`]);
  });

  it('a folder without a rank, and an import that leaves the runtime', () => {
    const files = plant({ 'extra/a.ts': '', 'host/b.ts': "import '../../components/x.ts';" });
    expect(rankBreaches(files)).toEqual(['extra has no rank', 'host/b.ts:1 imports ../components/x.ts']);
  });

  it('a circle, within a folder too', () => {
    const files = plant({
      'host/a.ts': "import type { B } from './b.ts';",
      'host/b.ts': "import './c.ts';",
      'host/c.ts': "export * from './a.ts';",
    });
    expect(importCycles(files, 'types')).toEqual(['host/a.ts → host/b.ts → host/c.ts → host/a.ts']);
    expect(importCycles(files, 'values')).toEqual([]);
    const closed = plant({ 'host/a.ts': "import './b.ts';", 'host/b.ts': "await import('./a.ts');" });
    expect(importCycles(closed, 'values')).toEqual(['host/a.ts → host/b.ts → host/a.ts']);
  });

  it('TensorFlow.js loaded where it must not be', () => {
    const files = plant({
      'models/a.ts': "import * as tf from '@tensorflow/tfjs';",
      'models/b.ts': "import type * as tf from '@tensorflow/tfjs';",
      'models/c.ts': "import { type Tensor } from '@tensorflow/tfjs-core';",
      'panel/d.ts': "const vis = await import('@tensorflow/tfjs-vis');",
      'panel/chart/e.ts': "import * as tfvis from '@tensorflow/tfjs-vis';",
      'panel/f.ts': "import url from '@tensorflow/tfjs-backend-wasm/dist/x.wasm?url';",
      'worker/g.ts': "import * as tfvis from '@tensorflow/tfjs-vis';",
      'worker/charts/h.ts': "import { accuracy } from '@tensorflow/tfjs-vis/dist/util/math';",
      'worker/charts/i.ts': "import { table } from '@tensorflow/tfjs-vis/dist/render/table';",
      'panel/j.ts': "import { accuracy } from '@tensorflow/tfjs-vis/dist/util/math';",
    });
    expect(tensorflowBreaches(files)).toEqual([
      'models/a.ts:1 imports @tensorflow/tfjs',
      'panel/d.ts:1 imports @tensorflow/tfjs-vis',
      'panel/j.ts:1 imports @tensorflow/tfjs-vis/dist/util/math',
      'worker/charts/i.ts:1 imports @tensorflow/tfjs-vis/dist/render/table',
      'worker/g.ts:1 imports @tensorflow/tfjs-vis',
    ]);
  });

  it('the page’s globals used below the panel, but not a property or variable of that name', () => {
    const files = plant({
      'host/a.ts': 'export const b = document.body;',
      'host/b.ts': 'export const c = (window: { document: 1 }) => window.document;',
      'worker/c.ts': 'export const d = typeof window;',
      'host/worker-factory.ts': 'document.body;',
    });
    expect(domBreaches(files)).toEqual(['host/a.ts:1 uses document', 'worker/c.ts:1 uses window']);
  });

  it('a picture decoded elsewhere than where it is drawn upright', () => {
    const files = plant({
      'host/a.ts': 'const bitmap = await createImageBitmap(new Blob());',
      'host/upright-photo.ts': 'const bitmap = await createImageBitmap(new Blob());',
      'worker/b.ts': 'const bitmap = await createImageBitmap(new Blob());',
    });
    expect(pictureBreaches(files)).toEqual(['host/a.ts:1 uses createImageBitmap']);
  });

  it('a class, a symbol or a variable that two scripts have a copy of', () => {
    const files = plant({
      'shared/both.ts': 'export class Both {}\nexport const mark = Symbol("mark");\nexport let count = 0;',
      'worker/one-only.ts': 'export class Only {}\nexport const seen = new WeakMap<object, 1>();',
      'worker/one-entry.ts':
        "import { Both } from '../shared/both.ts';\nimport { Only } from './one-only.ts';\nexport const is = (x: unknown) => x instanceof Both || x instanceof Only || x instanceof Error;",
      'worker/two-entry.ts': "import { Both } from '../shared/both.ts';\nthrow new Both();",
      'worker/three-entry.ts': "import type { Only } from './one-only.ts';\nexport let only: Only;",
    });
    expect(copiedIdentities(files)).toEqual([
      'shared/both.ts:2 keeps something of its own, and is in one, two',
      'shared/both.ts:3 keeps something of its own, and is in one, two',
      'worker/one-entry.ts:3 asks for a Both by instanceof, which is in one, two',
    ]);
  });

  it('a component that comes in by the window', () => {
    const files = plant({
      'lessons-runtime/host/session.ts': '',
      'lessons-runtime/index.ts': '',
      'components/a.astro':
        "---\nimport { s } from '../lessons-runtime/host/session.ts';\n---\n<p />\n<script>\n  import { mountLesson } from '../lessons-runtime/index.ts';\n</script>",
      'components/b.astro': "<p />\n<script>\n  import '../lessons-runtime/host/session.ts';\n</script>",
    });
    expect(doorBreaches(files)).toEqual([
      'components/a.astro:2 imports lessons-runtime/host/session.ts',
      'components/b.astro:3 imports lessons-runtime/host/session.ts',
    ]);
  });

  it('a script loaded later without the loader', () => {
    const files = plant({
      'a.ts': "await loadPart(() => import('./b.ts'));\nawait import('./b.ts');",
      'c.astro': "<p />\n<script>\n  later(() => import('./a.ts'));\n</script>",
      'd.ts': "let b: import('./b.ts').B;",
    });
    expect(bareImports(files)).toEqual(['a.ts:2', 'c.astro:3']);
  });

  it('the training kernels that need more than themselves, or are entered elsewhere', () => {
    const files = plant({
      'shared/a.ts': '',
      'training/index.ts': "export * from './b.ts';",
      'training/b.ts': [
        "import type { A } from '../shared/a.ts';",
        "import type { Tensor } from '@tensorflow/tfjs-core';",
        "import { relu } from '@tensorflow/tfjs-core';",
        "import { readFileSync } from 'node:fs';",
        "import { c } from './build/c.ts';",
      ].join('\n'),
      'training/build/c.ts': "import asc from 'assemblyscript/asc';\nimport { build } from 'vite';",
      'training/assembly/d.ts': "import { e } from './e';\nimport { f } from 'f';",
      'worker/g.ts': "import { b } from '../training/index.ts';\nimport { c } from '../training/build/c.ts';",
    });
    expect(packageBreaches(files)).toEqual([
      'training/assembly/d.ts:2 imports f',
      'training/b.ts:1 imports shared/a.ts',
      'training/b.ts:3 imports @tensorflow/tfjs-core',
      'training/b.ts:4 imports node:fs',
      'training/build/c.ts:2 imports vite',
      'worker/g.ts:2 imports training/build/c.ts',
    ]);
  });

  it('an any, and an address, but not in a comment', () => {
    const [file] = plant({
      'a.ts': '// https://a.example any\nlet x: any;\nconst y = `https://b.example/`;',
    });
    if (file === undefined) throw new Error('nothing was planted');
    expect(anyTypes(file)).toEqual([2]);
    expect(stringsOf(file).filter(({ text }) => text.includes('://'))).toEqual([
      { text: 'https://b.example/', line: 3 },
    ]);
  });
});

it('ranks host and worker alike, and everything between the door and what imports nothing', () => {
  expect(ranks['host']).toBe(ranks['worker']);
  expect(Math.max(...Object.values(ranks))).toBe(ranks['index.ts']);
  expect(Math.min(...Object.values(ranks))).toBe(ranks['shared']);
});
