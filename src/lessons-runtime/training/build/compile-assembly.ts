import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** Builds of `assembly/`, the best first: with fused multiply-add where an engine has relaxed SIMD, with plain SIMD. */
const builds = [['--enable', 'relaxed-simd'], []] as const;

const folder = fileURLToPath(new URL('../assembly/', import.meta.url));

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
export function compileBuilds(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
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

/** The builds as Base64 text. */
export async function buildTexts(): Promise<readonly string[]> {
  return (await compileBuilds()).map((binary) => Buffer.from(binary).toString('base64'));
}

/** The source of a module that exports what `compiled-builds.js` does, and compiles nothing. */
export async function writeBuilds(): Promise<string> {
  return `export const compiledBuilds = ${JSON.stringify(await buildTexts())};\n`;
}
