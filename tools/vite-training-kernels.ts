import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

/** Builds of `training/assembly`, the best first: with fused multiply-add where an engine has relaxed SIMD, with plain SIMD. */
const builds = [['--enable', 'relaxed-simd'], []] as const;

const folder = fileURLToPath(new URL('../src/lessons-runtime/training/assembly/', import.meta.url));
const virtualId = 'virtual:training-kernels';
const resolvedId = `\0${virtualId}`;

/**
 * Compiles AssemblyScript that imports its memory.
 * @param sources by file name; `index.ts` is the module
 * @throws {Error} with the compiler's words where it does not compile
 */
export async function compileAssembly(
  sources: ReadonlyMap<string, string>,
  options: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const binaries: Uint8Array<ArrayBuffer>[] = [];
  const { error, stderr } = await asc.main(
    [
      ...[
        'index.ts',
        '--outFile',
        'kernels.wasm',
        '-O3',
        '--noAssert',
        '--runtime',
        'stub',
        '--importMemory',
      ],
      ...['--enable', 'simd', ...options],
    ],
    {
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') binaries.push(contents.slice());
      },
      listFiles: () => [],
    },
  );
  const [binary] = binaries;
  if (error !== null || binary === undefined) throw new Error(stderr.toString(), { cause: error });
  return binary;
}

let compiled: Promise<readonly Uint8Array<ArrayBuffer>[]> | undefined;

/** The WebAssembly builds of the training kernels, the best first; compiled once a process. */
export function trainingBuilds(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  compiled ??= Promise.all(
    builds.map((options) => {
      const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
      return compileAssembly(
        new Map(names.map((name) => [name, readFileSync(folder + name, 'utf8')])),
        options,
      );
    }),
  );
  return compiled;
}

/** The same as `virtual:training-kernels`: Base64 text, because a blob worker has no address to fetch from. */
export function trainingKernels(): Plugin {
  return {
    name: 'deshielo:training-kernels',
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    async load(id) {
      if (id !== resolvedId) return undefined;
      const texts = (await trainingBuilds()).map((binary) => Buffer.from(binary).toString('base64'));
      return `export default ${JSON.stringify(texts)};`;
    },
  };
}
