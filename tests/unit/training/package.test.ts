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

/** The largest relative difference between a loss on wasm and on cpu; 2.5e-7 was measured. */
const tolerance = 1e-4;

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  // On Windows, npm is a script that needs a shell.
  const shell = command === 'npm' && process.platform === 'win32';
  return (await promisify(execFile)(command, args, { cwd, shell })).stdout;
}

/** The Node that runs this test, and the first on the path that is not in a project's `node_modules`. */
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

describe('the package of the training kernels, installed in another project', () => {
  let project: string;

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), 'outside-'));
    await run('npm', ['pack', '--silent', '--pack-destination', project], folder);
    const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm pack wrote no tarball');
    const { devDependencies: pins } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Readonly<Record<string, string>>;
    };
    const peers = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'].map(
      (name) => `${name}@${pins[name]}`,
    );
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
    const options = ['--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...options, `./${tarball}`, ...peers], project);
    copyFileSync(fileURLToPath(new URL(`outside/${program}`, import.meta.url)), join(project, program));
  }, 120_000);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('contains JavaScript, types, a licence and a README, but no sources', () => {
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

  it.each(nodes)('trains on wasm with the losses of cpu, in %s', async (node) => {
    const printed = (await run(node, [program], project)).trim().split('\n').at(-1) ?? '';
    const { cpu, wasm, without } = JSON.parse(printed) as Record<'cpu' | 'wasm', Losses> & {
      without: string;
    };
    expect([cpu.backend, wasm.backend]).toEqual(['cpu', 'wasm']);
    for (const optimizer of ['adam', 'sgd'] as const) {
      const errors = cpu[optimizer].map((loss, step) => Math.abs(loss - (wasm[optimizer][step] ?? 0)) / loss);
      expect(errors).toHaveLength(5);
      expect(Math.max(...errors), optimizer).toBeLessThan(tolerance);
      expect(wasm[optimizer].at(-1)).toBeLessThan(wasm[optimizer][0] ?? 0);
    }
    // Without the kernels, training fails: so the kernels made it work.
    expect(without).toContain("Kernel 'Conv2DBackpropFilter' not registered for backend 'wasm'");
  });

  it('has types that pass strict checks and reject wrong arguments', async () => {
    const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const wrong =
      "import { registerTrainingKernels } from 'tfjs-wasm-training';\nregisterTrainingKernels(1);\n";
    writeFileSync(join(project, 'wrong.mjs'), wrong);
    // Without `--skipLibCheck`, tfjs's own types have errors.
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
    const errors = (await checked).split('\n').filter((line) => line.includes('error'));
    expect(errors).toEqual([expect.stringMatching(/^wrong\.mjs\(2,25\): error TS2345/)]);
  });

  it('can be bundled into one file without assets', async () => {
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
