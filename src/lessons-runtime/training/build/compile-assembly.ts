import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** The compiler options of each build, in order of preference: relaxed SIMD with fused multiply-add, plain SIMD. */
const builds = [['--enable', 'relaxed-simd'], []] as const;

const folder = fileURLToPath(new URL('../assembly/', import.meta.url));

/**
 * Compiles AssemblyScript to WebAssembly that imports its memory.
 * @param sources by file name; `index.ts` is the entry
 * @throws {Error} with the compiler's output if it does not compile
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

/** Compiles the WebAssembly builds of the training kernels, in order of preference; once in each process. */
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

/** Returns the builds as Base64 text. */
export async function buildTexts(): Promise<readonly string[]> {
  return (await compileBuilds()).map((binary) => Buffer.from(binary).toString('base64'));
}

/** Returns the source of a module with the exports of `compiled-builds.js` that does not compile anything. */
export async function writeBuilds(): Promise<string> {
  return `export const compiledBuilds = ${JSON.stringify(await buildTexts())};\n`;
}
