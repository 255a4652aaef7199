import type { CompileResult } from '../compile/compile-cell.ts';

type Declared = Extract<CompileResult, { ok: true }>['declares'][number];

/**
 * The scope that all cells of a lesson share. A compiled cell reads and writes its top-level names as properties of `bindings`.
 */
export interface Scope {
  readonly bindings: object;
  /** Makes the names a cell declares exist, writable, before it runs. Names are reset, never deleted: deleting makes every later access slow. */
  open(declares: readonly Declared[], cell: string): void;
  /** Fixes what was declared `const` or `import` after the cell ran, so that other cells cannot assign it. */
  close(declares: readonly Declared[]): void;
  /** The cell that declared a name, for error advice. */
  declaredBy(name: string): string | undefined;
  /** The name that holds a value; `null` where none does. */
  nameOf(value: object): string | null;
}

/**
 * @param globals where names that no cell declared are looked up, and assigned; one that is not there either is a ReferenceError
 * @param builtins names that every cell has; a cell may declare them as its own
 */
export function createScope(globals: object, builtins: Readonly<Record<string, unknown>>): Scope {
  const outside = new Proxy(Object.create(null), {
    has: (_target, name) => Reflect.has(globals, name),
    get(_target, name) {
      if (Reflect.has(globals, name)) return Reflect.get(globals, name);
      if (typeof name === 'symbol') return undefined;
      throw new ReferenceError(`${name} is not defined`);
    },
    set(_target, name, value) {
      if (Reflect.has(globals, name)) return Reflect.set(globals, name, value);
      throw new ReferenceError(`${String(name)} is not defined`);
    },
  });
  // Standard globals stand among the builtins: found as plain properties, they cost a hot loop nothing; the proxy would.
  const known = { ...dataProperties(globals), ...Object.getOwnPropertyDescriptors(builtins) };
  const bindings = Object.create(Object.create(outside, known));
  const owners = new Map<string, string>();

  function define(name: string, writable: boolean, value: unknown): void {
    Object.defineProperty(bindings, name, { value, writable, enumerable: true, configurable: true });
  }

  return {
    bindings,
    open(declares, cell) {
      for (const { name, kind } of declares) {
        const keep = kind === 'var' && Object.hasOwn(bindings, name);
        define(name, true, keep ? bindings[name] : undefined);
        owners.set(name, cell);
      }
    },
    close(declares) {
      for (const { name, kind } of declares) {
        if (kind === 'const' || kind === 'import') define(name, false, bindings[name]);
      }
    },
    declaredBy: (name) => owners.get(name),
    nameOf: (value) => Object.entries(bindings).find(([, held]) => held === value)?.[0] ?? null,
  };
}

/** Those of an object's own properties that are values, not getters. */
function dataProperties(object: object): PropertyDescriptorMap {
  const entries = Object.entries(Object.getOwnPropertyDescriptors(object));
  return Object.fromEntries(
    entries
      .filter(([, property]) => 'value' in property)
      .map(([name, { value }]) => [name, { value, writable: true, configurable: true }]),
  );
}
