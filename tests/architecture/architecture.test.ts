import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../src/lessons-runtime/shared/language.ts';
import { graderEntry, scriptEntries } from '../../tools/vite-worker-scripts.ts';
import { innerOrders, order, scriptFolders } from './order.ts';
import { importsOf, readTree, type SourceFile, stringsOf } from './read-imports.ts';
import {
  buildEntryViolations,
  domViolations,
  entryPointViolations,
  innerOrderViolations,
  orderViolations,
  scriptViolations,
  tensorflowViolations,
} from './rules.ts';
import {
  duplicatedStateViolations,
  dynamicImportViolations,
  imageBitmapViolations,
  packageViolations,
} from './runtime-rules.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const site = readTree(src, ['.ts', '.astro']);
/** Without lessons, whose cells import modules that only exist in the worker. */
const code = site.filter(({ path }) => !path.startsWith('content/'));

describe('the source', () => {
  it('has the expected size, so that all files and imports are checked', () => {
    expect(code.length).toBeGreaterThan(450);
    expect(code.flatMap(importsOf).length).toBeGreaterThan(1500);
  });

  it('imports only from lower lines of the order, and nothing outside src', () => {
    expect(orderViolations(code, order)).toEqual([]);
  });

  it.each(
    Object.entries(innerOrders),
  )('imports only from lower lines of the order within %s', (folder, inner) => {
    expect(innerOrderViolations(code, folder, inner)).toEqual([]);
  });

  it('has a folder for each script of the worker', () => {
    expect(scriptViolations(code, [...scriptEntries, graderEntry])).toEqual([]);
  });

  it('loads TensorFlow.js only in the worker, and tfjs-vis only in panel/chart', () => {
    expect(tensorflowViolations(code)).toEqual([]);
  });

  it('uses the DOM only in the panel', () => {
    expect(domViolations(code)).toEqual([]);
  });

  it('imports the runtime only through its entry points, and build.ts only in the build', () => {
    expect(entryPointViolations(code)).toEqual([]);
    expect(buildEntryViolations(code)).toEqual([]);
  });

  it('uses createImageBitmap in only one file of the page', () => {
    expect(imageBitmapViolations(code)).toEqual([]);
  });

  it('has no module state and no instanceof checks that depend on a file being in only one bundle', () => {
    expect(duplicatedStateViolations(code)).toEqual([]);
  });

  it('uses loadPart for every dynamic import', () => {
    expect(dynamicImportViolations(code)).toEqual([]);
  });

  it('has the page scripts that exist per language in every language', () => {
    const languagesOf = new Map<string, string[]>();
    for (const { from, to, isPageScript } of code.flatMap(importsOf)) {
      const [script, language] = to.split('?language=');
      if (!isPageScript || language === undefined) continue;
      const key = `${from}: ${script}`;
      languagesOf.set(key, [...(languagesOf.get(key) ?? []), language]);
    }
    expect(languagesOf.size).toBeGreaterThan(0);
    for (const [script, found] of languagesOf) expect(found, script).toEqual([...languages]);
  });

  it('keeps the training kernels independent of the runtime', () => {
    expect(packageViolations(code)).toEqual([]);
  });
});

/** The namespace of SVG, which is not an address that is requested. */
const svgNamespace = 'http://www.w3.org/2000/svg';

describe('every file of the site', () => {
  const names = site.map(({ path }) => path.split('/').at(-1) ?? '');

  it('has a name in kebab-case', () => {
    // `[slug].ipynb.ts` generates files with the extension `.ipynb`.
    const kebab =
      /^(?:\[[a-z]+(?:-[a-z]+)*\](?:\.ipynb|\.txt|\.ts)?|[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.d|\.config)?\.(?:ts|astro)$/;
    expect(names.filter((name) => !kebab.test(name))).toEqual([]);
  });

  it('has no vague name such as utils or helpers', () => {
    expect(names.filter((name) => /\b(?:utils?|helpers?|manager|misc|common)\b/.test(name))).toEqual([]);
  });

  it('has at most 300 lines', () => {
    const long = code.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('has no address of another site, because the course makes no requests to others', () => {
    const addresses = code.flatMap((file) =>
      stringsOf(file)
        .filter(({ text }) => /\bhttps?:\/\//.test(text) && text !== svgNamespace)
        .map(({ text, line }) => `${file.path}:${line} ${text}`),
    );
    expect(addresses).toEqual([]);
  });
});

describe('the rules report', () => {
  const roots: string[] = [];
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
  });

  /** Writes files to a temporary folder and reads them. */
  function createTree(files: Readonly<Record<string, string>>): readonly SourceFile[] {
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
  ])('%s from a higher line', (_, text) => {
    const files = createTree({
      [`${runtime}/panel/a.ts`]: 'export const a = 1; export type A = 1;',
      [`${runtime}/models/b.ts`]: `// first line\n${text}`,
    });
    expect(orderViolations(files, order)).toEqual([`${runtime}/models/b.ts:2 imports ${runtime}/panel/a.ts`]);
  });

  it.each(
    order.flatMap((line, level) =>
      line.flatMap((place) => [...line, ...(order[level + 1] ?? [])].map((above) => [place, above] as const)),
    ),
  )('whether %s may import from %s', (place, above) => {
    const fileIn = (at: string) => (at.endsWith('.ts') ? at : `${at}/a.ts`);
    const importer = place.endsWith('.ts') ? place : `${place}/b.ts`;
    const depth = importer.split('/').length - 1;
    const up = depth === 0 ? './' : '../'.repeat(depth);
    const files = createTree({ [fileIn(above)]: '', [importer]: `import '${up}${fileIn(above)}';` });
    const expected = place === above ? [] : [`${importer}:1 imports ${fileIn(above)}`];
    expect(orderViolations(files, order)).toEqual(expected);
  });

  it('a file without a place, and an import from outside src', () => {
    const files = createTree({
      [`${runtime}/extra/a.ts`]: '',
      [`${runtime}/host/b.ts`]: "import '../../../x.ts';",
    });
    expect(orderViolations(files, order)).toEqual([
      `${runtime}/extra/a.ts has no place`,
      `${runtime}/host/b.ts:1 imports ../x.ts`,
    ]);
  });

  it('an import from a higher line within a folder, whose own files are above its folders', () => {
    const files = createTree({
      'a/own.ts': "import './low/a.ts';",
      'a/low/a.ts': "import '../own.ts';",
      'a/low/b.ts': "import '../high/c.ts';",
      'a/high/c.ts': "import '../low/a.ts';",
      'a/new/d.ts': '',
    });
    expect(innerOrderViolations(files, 'a', [['low'], ['high']])).toEqual([
      'a/new/d.ts has no place',
      'a/low/a.ts:1 imports a/own.ts',
      'a/low/b.ts:1 imports a/high/c.ts',
    ]);
  });

  it('an import cycle, also of types and within a folder', () => {
    const folder = mkdtempSync('tests/architecture/planted-');
    try {
      writeFileSync(`${folder}/a.ts`, "import type { B } from './b.ts';\n\nexport type A = B | 1;\n");
      writeFileSync(`${folder}/b.ts`, "import type { A } from './a.ts';\n\nexport type B = A[];\n");
      const { status, stderr } = spawnSync(
        'npx',
        ['biome', 'lint', '--only=suspicious/noImportCycles', folder],
        {
          encoding: 'utf8',
        },
      );
      expect(stderr.match(/This import is part of a cycle/g)).toHaveLength(2);
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a script that imports from another, or a page that imports from a script', () => {
    const entries = scriptFolders.map((folder) => `${folder}/${folder}-entry.ts`);
    const files = createTree({
      ...Object.fromEntries(entries.map((entry) => [`${runtime}/${entry}`, ''])),
      [`${runtime}/kernel/a.ts`]: "import type { B } from '../library/b.ts';",
      [`${runtime}/library/b.ts`]: "import '../kernel/a.ts';",
      [`${runtime}/charts/c.ts`]: "import '../library/b.ts';",
      [`${runtime}/host/d.ts`]: "import type { A } from '../kernel/a.ts';",
      [`${runtime}/panel/e.ts`]: "import '../charts/c.ts';",
      [`${runtime}/library/more-entry.ts`]: '',
      [`${runtime}/host/host-entry.ts`]: '',
    });
    expect(scriptViolations(files, [...entries, 'library/gone-entry.ts', 'host/host-entry.ts'])).toEqual([
      `${runtime}/library/more-entry.ts is not built`,
      `${runtime}/library/gone-entry.ts is built but does not exist`,
      `${runtime}/host/host-entry.ts is not in the folder of a script`,
      `${runtime}/charts/c.ts:1 imports ${runtime}/library/b.ts`,
      `${runtime}/host/d.ts:1 imports ${runtime}/kernel/a.ts`,
      `${runtime}/kernel/a.ts:1 imports ${runtime}/library/b.ts`,
      `${runtime}/panel/e.ts:1 imports ${runtime}/charts/c.ts`,
    ]);
    expect(scriptViolations([], []).filter((violation) => violation.endsWith('has no entry'))).toHaveLength(
      4,
    );
  });

  it('TensorFlow.js loaded outside the worker, and tfjs-vis outside panel/chart', () => {
    const files = createTree({
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
    expect(tensorflowViolations(files)).toEqual([
      'components/l.ts:1 imports @tensorflow/tfjs',
      `${runtime}/charts/i.ts:1 imports @tensorflow/tfjs-vis/dist/render/table`,
      `${runtime}/kernel/g.ts:1 imports @tensorflow/tfjs-vis`,
      `${runtime}/models/a.ts:1 imports @tensorflow/tfjs`,
      `${runtime}/panel/d.ts:1 imports @tensorflow/tfjs-vis`,
      `${runtime}/panel/j.ts:1 imports @tensorflow/tfjs-vis/dist/util/math`,
    ]);
  });

  it('the page’s globals used outside the panel, but not a property or variable with such a name', () => {
    const files = createTree({
      [`${runtime}/host/a.ts`]: 'export const b = document.body;',
      [`${runtime}/host/b.ts`]: 'export const c = (window: { document: 1 }) => window.document;',
      [`${runtime}/kernel/c.ts`]: 'export const d = typeof window;',
      [`${runtime}/host/worker-factory.ts`]: 'document.body;',
      [`${runtime}/panel/d.ts`]: 'document.body;',
      'components/e.ts': 'document.body;',
    });
    expect(domViolations(files)).toEqual([
      `${runtime}/host/a.ts:1 uses document`,
      `${runtime}/kernel/c.ts:1 uses window`,
    ]);
  });

  it('an import of the runtime that is not through an entry point, and of build.ts in a page’s script', () => {
    const files = createTree({
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
    expect(entryPointViolations(files)).toEqual([
      'components/a.astro:2 imports lessons-runtime/host/session.ts',
    ]);
    expect(buildEntryViolations(files)).toEqual([
      'components/b.astro:6 imports lessons-runtime/build.ts',
      'lessons-runtime/panel/c.ts:1 imports lessons-runtime/build.ts',
    ]);
  });

  it('createImageBitmap used in another file of the page', () => {
    const files = createTree({
      'lessons-runtime/host/a.ts': 'const bitmap = await createImageBitmap(new Blob());',
      'lessons-runtime/host/upright-photo.ts': 'const bitmap = await createImageBitmap(new Blob());',
      'lessons-runtime/kernel/b.ts': 'const bitmap = await createImageBitmap(new Blob());',
    });
    expect(imageBitmapViolations(files)).toEqual(['lessons-runtime/host/a.ts:1 uses createImageBitmap']);
  });

  it('a checked class, a symbol or a variable that is in two bundles', () => {
    const files = createTree({
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
    expect(duplicatedStateViolations(files)).toEqual([
      'lessons-runtime/kernel/one-entry.ts:3 checks Both by instanceof, which is in one, two',
      'lessons-runtime/shared/both.ts:2 has module state, and is in one, two',
      'lessons-runtime/shared/both.ts:3 has module state, and is in one, two',
    ]);
  });

  it('a dynamic import without loadPart', () => {
    const files = createTree({
      'a.ts': "await loadPart(() => import('./b.ts'));\nawait import('./b.ts');",
      'c.astro': "<p />\n<script>\n  later(() => import('./a.ts'));\n</script>",
      'd.ts': "let b: import('./b.ts').B;",
    });
    expect(dynamicImportViolations(files)).toEqual(['a.ts:2', 'c.astro:3']);
  });

  it('an import of the training kernels from elsewhere, and an import other than of their index', () => {
    const files = createTree({
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
    expect(packageViolations(files)).toEqual([
      'lessons-runtime/kernel/g.ts:2 imports lessons-runtime/training/build/c.ts',
      'lessons-runtime/training/assembly/d.ts:2 imports f',
      'lessons-runtime/training/b.ts:1 imports lessons-runtime/shared/a.ts',
      'lessons-runtime/training/b.ts:3 imports @tensorflow/tfjs-core',
      'lessons-runtime/training/b.ts:4 imports node:fs',
      'lessons-runtime/training/build/c.ts:2 imports vite',
    ]);
  });

  it('an address, but not in a comment', () => {
    const [file] = createTree({ 'a.ts': '// https://a.example\nconst y = `https://b.example/`;' });
    if (file === undefined) throw new Error('expected a file');
    expect(stringsOf(file).filter(({ text }) => text.includes('://'))).toEqual([
      { text: 'https://b.example/', line: 2 },
    ]);
  });
});

it('the order has the entry points above the panel, and the scripts directly above the kernel', () => {
  const levelOf = (place: string) => order.findIndex((line) => line.includes(`lessons-runtime/${place}`));
  for (const entryPoint of ['index.ts', 'record.ts', 'build.ts'])
    expect(levelOf(entryPoint)).toBeGreaterThan(levelOf('panel'));
  for (const script of ['charts', 'library', 'grader']) expect(levelOf(script)).toBe(levelOf('kernel') + 1);
  expect(levelOf('shared')).toBe(0);
});
