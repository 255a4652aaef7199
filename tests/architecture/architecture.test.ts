import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { graderEntry, scriptEntries } from '../../tools/vite-worker-scripts.ts';
import { innerOrders, order, scriptFolders } from './order.ts';
import { importsOf, readTree, type SourceFile, stringsOf } from './read-imports.ts';
import {
  buildDoorBreaches,
  domBreaches,
  doorBreaches,
  importCycles,
  innerOrderBreaches,
  orderBreaches,
  scriptBreaches,
  tensorflowBreaches,
} from './rules.ts';
import { bareImports, copiedIdentities, packageBreaches, pictureBreaches } from './runtime-rules.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const site = readTree(src, ['.ts', '.astro']);
/** Lessons import nothing of the site: what their cells import is another matter. */
const code = site.filter(({ path }) => !path.startsWith('content/'));

describe('the source', () => {
  it('is read whole: its imports are found', () => {
    expect(code.length).toBeGreaterThan(450);
    expect(code.flatMap(importsOf).length).toBeGreaterThan(1500);
  });

  it('imports downwards only, and nothing from outside', () => {
    expect(orderBreaches(code, order)).toEqual([]);
  });

  it.each(Object.entries(innerOrders))('imports downwards only within %s', (folder, inner) => {
    expect(innerOrderBreaches(code, folder, inner)).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(importCycles(code, 'values')).toEqual([]);
  });

  it('has no circle of types', () => {
    expect(importCycles(code, 'types')).toEqual([]);
  });

  it('has one folder for each script of the worker', () => {
    expect(scriptBreaches(code, [...scriptEntries, graderEntry])).toEqual([]);
  });

  it('loads TensorFlow.js in the worker only, and tfjs-vis with the charts only', () => {
    expect(tensorflowBreaches(code)).toEqual([]);
  });

  it('touches the page in the panel only', () => {
    expect(domBreaches(code)).toEqual([]);
  });

  it('enters the runtime by its doors, and the build’s door in the build only', () => {
    expect(doorBreaches(code)).toEqual([]);
    expect(buildDoorBreaches(code)).toEqual([]);
  });

  it('decodes pictures for cells in one place', () => {
    expect(pictureBreaches(code)).toEqual([]);
  });

  it('knows what comes from another script by what it carries, never by its class', () => {
    expect(copiedIdentities(code)).toEqual([]);
  });

  it('loads what is loaded later by the one loader', () => {
    expect(bareImports(code)).toEqual([]);
  });

  it('has the training kernels as a package of its own', () => {
    expect(packageBreaches(code)).toEqual([]);
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

  const runtime = 'lessons-runtime';

  it.each([
    ['an import', "import { a } from '../panel/a.ts';"],
    ['a type-only import', "import type { A } from '../panel/a.ts';"],
    ['a re-export', "export { a } from '../panel/a.ts';"],
    ['a dynamic import', "const a = await import('../panel/a.ts');"],
    ['an import type', "let a: import('../panel/a.ts').A;"],
    ['a bare import', "import '../panel/a.ts';"],
  ])('that climbs: %s', (_, text) => {
    const files = plant({
      [`${runtime}/panel/a.ts`]: 'export const a = 1; export type A = 1;',
      [`${runtime}/models/b.ts`]: `// first line\n${text}`,
    });
    expect(orderBreaches(files, order)).toEqual([`${runtime}/models/b.ts:2 imports ${runtime}/panel/a.ts`]);
  });

  it.each(
    order.flatMap((line, level) =>
      line.flatMap((place) => [...line, ...(order[level + 1] ?? [])].map((above) => [place, above] as const)),
    ),
  )('of the order: %s imports from %s', (place, above) => {
    const fileIn = (at: string) => (at.endsWith('.ts') ? at : `${at}/a.ts`);
    const importer = place.endsWith('.ts') ? place : `${place}/b.ts`;
    const depth = importer.split('/').length - 1;
    const up = depth === 0 ? './' : '../'.repeat(depth);
    const files = plant({ [fileIn(above)]: '', [importer]: `import '${up}${fileIn(above)}';` });
    const expected = place === above ? [] : [`${importer}:1 imports ${fileIn(above)}`];
    expect(orderBreaches(files, order)).toEqual(expected);
  });

  it('a file without a place, and an import that leaves the source', () => {
    const files = plant({
      [`${runtime}/extra/a.ts`]: '',
      [`${runtime}/host/b.ts`]: "import '../../../x.ts';",
    });
    expect(orderBreaches(files, order)).toEqual([
      `${runtime}/extra/a.ts has no place`,
      `${runtime}/host/b.ts:1 imports ../x.ts`,
    ]);
  });

  it('of the order within a folder, whose own files are above its folders', () => {
    const files = plant({
      'a/own.ts': "import './low/a.ts';",
      'a/low/a.ts': "import '../own.ts';",
      'a/low/b.ts': "import '../high/c.ts';",
      'a/high/c.ts': "import '../low/a.ts';",
      'a/new/d.ts': '',
    });
    expect(innerOrderBreaches(files, 'a', [['low'], ['high']])).toEqual([
      'a/new/d.ts has no place',
      'a/low/a.ts:1 imports a/own.ts',
      'a/low/b.ts:1 imports a/high/c.ts',
    ]);
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

  it('a script that reaches into another, or a page that reaches into a script', () => {
    const entries = scriptFolders.map((folder) => `${folder}/${folder}-entry.ts`);
    const files = plant({
      ...Object.fromEntries(entries.map((entry) => [`${runtime}/${entry}`, ''])),
      [`${runtime}/kernel/a.ts`]: "import type { B } from '../library/b.ts';",
      [`${runtime}/library/b.ts`]: "import '../kernel/a.ts';",
      [`${runtime}/charts/c.ts`]: "import '../library/b.ts';",
      [`${runtime}/host/d.ts`]: "import type { A } from '../kernel/a.ts';",
      [`${runtime}/panel/e.ts`]: "import '../charts/c.ts';",
      [`${runtime}/library/more-entry.ts`]: '',
      [`${runtime}/host/host-entry.ts`]: '',
    });
    expect(scriptBreaches(files, [...entries, 'library/gone-entry.ts', 'host/host-entry.ts'])).toEqual([
      `${runtime}/library/more-entry.ts is built into no script`,
      `${runtime}/library/gone-entry.ts is built and not there`,
      `${runtime}/host/host-entry.ts lies in no script's folder`,
      `${runtime}/charts/c.ts:1 imports ${runtime}/library/b.ts`,
      `${runtime}/host/d.ts:1 imports ${runtime}/kernel/a.ts`,
      `${runtime}/kernel/a.ts:1 imports ${runtime}/library/b.ts`,
      `${runtime}/panel/e.ts:1 imports ${runtime}/charts/c.ts`,
    ]);
    expect(scriptBreaches([], []).filter((breach) => breach.endsWith('has no entry'))).toHaveLength(4);
  });

  it('TensorFlow.js loaded where it must not be', () => {
    const files = plant({
      [`${runtime}/models/a.ts`]: "import * as tf from '@tensorflow/tfjs';",
      [`${runtime}/models/b.ts`]: "import type * as tf from '@tensorflow/tfjs';",
      [`${runtime}/models/c.ts`]: "import { type Tensor } from '@tensorflow/tfjs-core';",
      [`${runtime}/panel/d.ts`]: "const vis = await import('@tensorflow/tfjs-vis');",
      [`${runtime}/panel/chart/e.ts`]: "import * as tfvis from '@tensorflow/tfjs-vis';",
      [`${runtime}/panel/f.ts`]: "import url from '@tensorflow/tfjs-backend-wasm/dist/x.wasm?url';",
      [`${runtime}/kernel/g.ts`]: "import * as tfvis from '@tensorflow/tfjs-vis';",
      [`${runtime}/charts/h.ts`]: "import { accuracy } from '@tensorflow/tfjs-vis/dist/util/math';",
      [`${runtime}/charts/i.ts`]: "import { table } from '@tensorflow/tfjs-vis/dist/render/table';",
      [`${runtime}/panel/j.ts`]: "import { accuracy } from '@tensorflow/tfjs-vis/dist/util/math';",
      [`${runtime}/library/k.ts`]: "import * as tf from '@tensorflow/tfjs-core';",
      'components/l.ts': "import * as tf from '@tensorflow/tfjs';",
    });
    expect(tensorflowBreaches(files)).toEqual([
      'components/l.ts:1 imports @tensorflow/tfjs',
      `${runtime}/charts/i.ts:1 imports @tensorflow/tfjs-vis/dist/render/table`,
      `${runtime}/kernel/g.ts:1 imports @tensorflow/tfjs-vis`,
      `${runtime}/models/a.ts:1 imports @tensorflow/tfjs`,
      `${runtime}/panel/d.ts:1 imports @tensorflow/tfjs-vis`,
      `${runtime}/panel/j.ts:1 imports @tensorflow/tfjs-vis/dist/util/math`,
    ]);
  });

  it('the page’s globals used below the panel, but not a property or variable of that name', () => {
    const files = plant({
      [`${runtime}/host/a.ts`]: 'export const b = document.body;',
      [`${runtime}/host/b.ts`]: 'export const c = (window: { document: 1 }) => window.document;',
      [`${runtime}/kernel/c.ts`]: 'export const d = typeof window;',
      [`${runtime}/host/worker-factory.ts`]: 'document.body;',
      [`${runtime}/panel/d.ts`]: 'document.body;',
      'components/e.ts': 'document.body;',
    });
    expect(domBreaches(files)).toEqual([
      `${runtime}/host/a.ts:1 uses document`,
      `${runtime}/kernel/c.ts:1 uses window`,
    ]);
  });

  it('a component that comes in by the window, and a page’s script by the build’s door', () => {
    const files = plant({
      [`${runtime}/host/session.ts`]: '',
      [`${runtime}/shared/language.ts`]: '',
      [`${runtime}/index.ts`]: '',
      [`${runtime}/build.ts`]: '',
      [`${runtime}/panel/c.ts`]: "import '../build.ts';",
      'components/a.astro':
        "---\nimport { s } from '../lessons-runtime/host/session.ts';\n---\n<p />\n<script>\n  import { mountLesson } from '../lessons-runtime/index.ts';\n</script>",
      'components/b.astro':
        "---\nimport '../lessons-runtime/build.ts';\n---\n<p />\n<script>\n  import '../lessons-runtime/build.ts';\n</script>",
      'course/d.ts': "import '../lessons-runtime/shared/language.ts';\nimport '../lessons-runtime/build.ts';",
    });
    expect(doorBreaches(files)).toEqual(['components/a.astro:2 imports lessons-runtime/host/session.ts']);
    expect(buildDoorBreaches(files)).toEqual([
      'components/b.astro:6 imports lessons-runtime/build.ts',
      'lessons-runtime/panel/c.ts:1 imports lessons-runtime/build.ts',
    ]);
  });

  it('a picture decoded elsewhere than where it is drawn upright', () => {
    const files = plant({
      'lessons-runtime/host/a.ts': 'const bitmap = await createImageBitmap(new Blob());',
      'lessons-runtime/host/upright-photo.ts': 'const bitmap = await createImageBitmap(new Blob());',
      'lessons-runtime/kernel/b.ts': 'const bitmap = await createImageBitmap(new Blob());',
    });
    expect(pictureBreaches(files)).toEqual(['lessons-runtime/host/a.ts:1 uses createImageBitmap']);
  });

  it('a class, a symbol or a variable that two scripts have a copy of', () => {
    const files = plant({
      'lessons-runtime/shared/both.ts':
        'export class Both {}\nexport const mark = Symbol("mark");\nexport let count = 0;',
      'lessons-runtime/kernel/one-only.ts':
        'export class Only {}\nexport const seen = new WeakMap<object, 1>();',
      'lessons-runtime/kernel/one-entry.ts':
        "import { Both } from '../shared/both.ts';\nimport { Only } from './one-only.ts';\nexport const is = (x: unknown) => x instanceof Both || x instanceof Only || x instanceof Error;",
      'lessons-runtime/library/two-entry.ts': "import { Both } from '../shared/both.ts';\nthrow new Both();",
      'lessons-runtime/charts/three-entry.ts':
        "import type { Only } from '../kernel/one-only.ts';\nexport let only: Only;",
    });
    expect(copiedIdentities(files)).toEqual([
      'lessons-runtime/kernel/one-entry.ts:3 asks for a Both by instanceof, which is in one, two',
      'lessons-runtime/shared/both.ts:2 keeps something of its own, and is in one, two',
      'lessons-runtime/shared/both.ts:3 keeps something of its own, and is in one, two',
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
      'lessons-runtime/shared/a.ts': '',
      'lessons-runtime/training/index.ts': "export * from './b.ts';",
      'lessons-runtime/training/b.ts': [
        "import type { A } from '../shared/a.ts';",
        "import type { Tensor } from '@tensorflow/tfjs-core';",
        "import { relu } from '@tensorflow/tfjs-core';",
        "import { readFileSync } from 'node:fs';",
        "import { c } from './build/c.ts';",
      ].join('\n'),
      'lessons-runtime/training/build/c.ts':
        "import asc from 'assemblyscript/asc';\nimport { build } from 'vite';",
      'lessons-runtime/training/assembly/d.ts': "import { e } from './e';\nimport { f } from 'f';",
      'lessons-runtime/kernel/g.ts':
        "import { b } from '../training/index.ts';\nimport { c } from '../training/build/c.ts';",
    });
    expect(packageBreaches(files)).toEqual([
      'lessons-runtime/kernel/g.ts:2 imports lessons-runtime/training/build/c.ts',
      'lessons-runtime/training/assembly/d.ts:2 imports f',
      'lessons-runtime/training/b.ts:1 imports lessons-runtime/shared/a.ts',
      'lessons-runtime/training/b.ts:3 imports @tensorflow/tfjs-core',
      'lessons-runtime/training/b.ts:4 imports node:fs',
      'lessons-runtime/training/build/c.ts:2 imports vite',
    ]);
  });

  it('an address, but not in a comment', () => {
    const [file] = plant({ 'a.ts': '// https://a.example\nconst y = `https://b.example/`;' });
    if (file === undefined) throw new Error('nothing was planted');
    expect(stringsOf(file).filter(({ text }) => text.includes('://'))).toEqual([
      { text: 'https://b.example/', line: 2 },
    ]);
  });
});

it('has the doors above all that they open, and the scripts above the kernel', () => {
  const levelOf = (place: string) => order.findIndex((line) => line.includes(`lessons-runtime/${place}`));
  for (const door of ['index.ts', 'record.ts', 'build.ts'])
    expect(levelOf(door)).toBeGreaterThan(levelOf('panel'));
  for (const script of ['charts', 'library', 'grader']) expect(levelOf(script)).toBe(levelOf('kernel') + 1);
  expect(levelOf('shared')).toBe(0);
});
