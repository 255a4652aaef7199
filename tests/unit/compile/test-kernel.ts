import { type CompileResult, compileCell } from '../../../src/lessons-runtime/compile/compile-cell.ts';

export type Compiled = Extract<CompileResult, { ok: true }>;

type CellFunction = (
  scope: object,
  importModule: (specifier: string, required?: readonly string[]) => Promise<object>,
) => Promise<unknown>;

/**
 * The least kernel that honours what `compileCell` asks of one, so that compiled code can be run and judged here.
 * `run` compiles and runs one cell and gives its value; it throws what the cell throws.
 */
export function createTestKernel(modules: Readonly<Record<string, object>> = {}) {
  const logged: unknown[] = [];
  const globals: Record<string, unknown> = { log: (...values: unknown[]) => void logged.push(...values) };
  const constants = new Set<string>();
  let declarable = new Set<string>();
  let runs = 0;

  const fallback = new Proxy(Object.create(null) as object, {
    has: (_, name) => name in globals || name in globalThis,
    get(_, name) {
      if (typeof name === 'string' && name in globals) return globals[name];
      if (name in globalThis) return Reflect.get(globalThis, name);
      throw new ReferenceError(`${String(name)} is not defined`);
    },
    set(_, name, value, receiver: object) {
      if (typeof name !== 'string' || !declarable.has(name)) {
        throw new ReferenceError(`${String(name)} is not defined`);
      }
      return Reflect.defineProperty(receiver, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
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
    const names = compiled.declares.map(({ name }) => name);
    for (const name of names) {
      if (constants.delete(name)) Object.defineProperty(scope, name, { writable: true });
    }
    declarable = new Set(names);
    try {
      return await load(compiled.code)(scope, importModule);
    } finally {
      for (const { name, kind } of compiled.declares) {
        if ((kind === 'const' || kind === 'import') && Object.hasOwn(scope, name)) {
          Object.defineProperty(scope, name, { writable: false });
          constants.add(name);
        }
      }
    }
  }

  return { run, scope, logged };
}

/** Compiles a cell that must compile. */
export function expectCompiled(source: string, run = 1): Compiled {
  const compiled = compileCell(source, { name: 'test', run });
  if (!compiled.ok) throw new Error(`Refused: ${JSON.stringify(compiled.problem)} in\n${source}`);
  return compiled;
}

/** Evaluates compiled code as a worker does: by indirect eval. */
export function load(code: string): CellFunction {
  // biome-ignore lint/security/noGlobalEval: evaluating compiled cells is what is tested here
  return globalThis.eval(code) as CellFunction;
}
