import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, 'src/lessons-runtime/training');
const program = 'train.mjs';

/** As far apart as a loss on wasm may be from the same on cpu, as a part of it; 2.5e-7 were measured. */
const tolerance = 1e-4;

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  // npm is a script that only a shell starts on Windows.
  const shell = command === 'npm' && process.platform === 'win32';
  return (await promisify(execFile)(command, args, { cwd, shell })).stdout;
}

/** The Node that runs this test, and the first on the path that no project brought along, where that is another. */
const nodes = [
  process.execPath,
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((entry) => !entry.includes('node_modules'))
    .map((entry) => join(entry, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter(existsSync)
    .slice(0, 1),
];

interface Losses {
  readonly backend: string;
  readonly adam: readonly number[];
  readonly sgd: readonly number[];
}

describe('the package of the training kernels, in a project outside', () => {
  let project: string;

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), 'outside-'));
    await run('npm', ['pack', '--silent', '--pack-destination', project], folder);
    const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm pack wrote no tarball');
    const { devDependencies: pins } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Readonly<Record<string, string>>;
    };
    const theirs = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'].map(
      (name) => `${name}@${pins[name]}`,
    );
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
    const options = ['--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...options, `./${tarball}`, ...theirs], project);
    copyFileSync(fileURLToPath(new URL(`outside/${program}`, import.meta.url)), join(project, program));
  }, 120_000);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('is JavaScript and types, with a licence and words, and no source', () => {
    const installed = join(project, 'node_modules/tfjs-wasm-training');
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    const names = readdirSync(join(installed, 'dist'));
    expect(names).toContain('index.js');
    expect(names).toContain('index.d.ts');
    expect(names.filter((name) => !/\.(?:js|d\.ts)$/.test(name))).toEqual([]);
    const imported = names.flatMap((name) => [
      ...readFileSync(join(installed, 'dist', name), 'utf8').matchAll(/from ['"](\.[^'"]+)['"]/g),
    ]);
    expect(imported.length).toBeGreaterThan(30);
    expect(imported.filter(([, path]) => !path?.endsWith('.js'))).toEqual([]);
  });

  it.each(nodes)('trains on wasm to the losses of cpu, with %s', async (node) => {
    const printed = (await run(node, [program], project)).trim().split('\n').at(-1) ?? '';
    const { cpu, wasm, without } = JSON.parse(printed) as Record<'cpu' | 'wasm', Losses> & {
      without: string;
    };
    expect([cpu.backend, wasm.backend]).toEqual(['cpu', 'wasm']);
    for (const optimizer of ['adam', 'sgd'] as const) {
      const apart = cpu[optimizer].map((loss, step) => Math.abs(loss - (wasm[optimizer][step] ?? 0)) / loss);
      expect(apart).toHaveLength(5);
      expect(Math.max(...apart), optimizer).toBeLessThan(tolerance);
      expect(wasm[optimizer].at(-1)).toBeLessThan(wasm[optimizer][0] ?? 0);
    }
    // Taken back, the kernels are gone: it is they that trained.
    expect(without).toContain("Kernel 'Conv2DBackpropFilter' not registered for backend 'wasm'");
  });

  it('has types that a strict compiler follows', async () => {
    const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const wrong =
      "import { registerTrainingKernels } from 'tfjs-wasm-training';\nregisterTrainingKernels(1);\n";
    writeFileSync(join(project, 'wrong.mjs'), wrong);
    // tfjs's own types do not pass unless those of libraries are skipped.
    const options = ['--ignoreConfig', '--noEmit', '--allowJs', '--checkJs', '--strict', '--skipLibCheck'];
    const target = ['--target', 'es2022', '--module', 'nodenext'];
    const checked = run(
      process.execPath,
      [compiler, ...options, ...target, program, 'wrong.mjs'],
      project,
    ).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    const faults = (await checked).split('\n').filter((line) => line.includes('error'));
    expect(faults).toEqual([expect.stringMatching(/^wrong\.mjs\(2,25\): error TS2345/)]);
  });

  it('is bundled into one file that needs nothing beside it', async () => {
    const result = await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        lib: { entry: join(project, program), formats: ['es'] },
        rolldownOptions: { external: /^@tensorflow\// },
      },
    });
    const files = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
    expect(files.map((file) => (file.type === 'chunk' ? file.imports : file.fileName))).toEqual([
      ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'],
    ]);
  });
});
