import { type CompileResult, compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';

export type Compiled = Extract<CompileResult, { ok: true }>;

type CellFunction = (
  scope: object,
  importModule: (specifier: string, required?: readonly string[]) => Promise<object>,
  ran: (mark: number) => void,
  stoppable?: Wait,
) => Promise<unknown>;

type Wait = ((value: unknown) => unknown) & { readonly each: (iterable: unknown) => unknown };

/** A `$wait` that never ends a run. */
const wait: Wait = Object.assign((value: unknown) => value, { each: (iterable: unknown) => iterable });

/**
 * Creates a minimal kernel that fulfils the requirements of `compileCell`, to run compiled code in tests.
 * `run` compiles and runs one cell and returns its value. It throws what the cell throws.
 */
export function createTestKernel(modules: Readonly<Record<string, object>> = {}) {
  const logged: unknown[] = [];
  const globals: Record<string, unknown> = { log: (...values: unknown[]) => void logged.push(...values) };
  let runs = 0;

  const fallback = new Proxy(Object.create(null) as object, {
    has: (_, name) => name in globals || name in globalThis,
    get(_, name) {
      if (typeof name === 'string' && name in globals) return globals[name];
      if (name in globalThis) return Reflect.get(globalThis, name);
      throw new ReferenceError(`${String(name)} is not defined`);
    },
    set(_, name) {
      throw new ReferenceError(`${String(name)} is not defined`);
    },
  });
  const scope = Object.create(fallback) as Record<string, unknown>;

  async function importModule(specifier: string, required: readonly string[] = []): Promise<object> {
    const module = modules[specifier];
    if (!module) throw new Error(`No module "${specifier}"`);
    for (const name of required) if (!(name in module)) throw new SyntaxError(`No export "${name}"`);
    return module;
  }

  async function run(source: string): Promise<unknown> {
    runs += 1;
    const compiled = expectCompiled(source, runs);
    for (const { name, kind } of compiled.declares) {
      define(name, kind === 'var' && Object.hasOwn(scope, name) ? scope[name] : undefined, true);
    }
    try {
      return await load(compiled.code)(scope, importModule, () => {});
    } finally {
      for (const { name, kind } of compiled.declares) {
        if (kind === 'const' || kind === 'import') define(name, scope[name], false);
      }
    }
  }

  function define(name: string, value: unknown, writable: boolean): void {
    Object.defineProperty(scope, name, { value, writable, enumerable: true, configurable: true });
  }

  return { run, scope, logged };
}

/** Runs cells in order in one lesson. @returns the value of the last one */
export async function runCells(
  cells: readonly string[],
  modules: Readonly<Record<string, object>> = {},
): Promise<unknown> {
  const kernel = createTestKernel(modules);
  let value: unknown;
  for (const cell of cells) value = await kernel.run(cell);
  return value;
}

/** Compiles a cell. @throws if it does not compile */
export function expectCompiled(source: string, run = 1): Compiled {
  const compiled = compileCell(source, { name: 'test', run });
  if (!compiled.ok) throw new Error(`Refused: ${JSON.stringify(compiled.problem)} in\n${source}`);
  return compiled;
}

/** Evaluates compiled code by indirect eval, as the worker does. Without a `$wait`, the cell cannot be stopped. */
export function load(code: string): CellFunction {
  // biome-ignore lint/security/noGlobalEval: compiled cells are meant to be evaluated
  const cell = globalThis.eval(code) as CellFunction;
  return (scope, importModule, ran, stoppable = wait) => cell(scope, importModule, ran, stoppable);
}
