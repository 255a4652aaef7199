import type { CellDeclaration } from '../compile/compile-cell.ts';

/**
 * The scope that all cells of a lesson share. A compiled cell reads and writes its top-level names as properties of `bindings`.
 *
 * A name belongs to the cell that declared it last. If the run of that cell ends before the declaration, or the cell no longer
 * declares the name, the name is released: it returns to its previous cell with the value it had there, or else to the builtins
 * (`tf`). A name without a previous owner is removed if the run did not reach its declaration; if the cell merely no longer
 * declares it, it stays, so that a cell can continue to use values of its previous code.
 */
export interface Scope {
  readonly bindings: object;
  /** Called before a cell runs: releases names that it no longer declares, and creates those it declares, writable. */
  open(declares: readonly CellDeclaration[], cell: string): void;
  /**
   * Called after a cell ran: releases the names whose declaration it did not reach, and makes its `const` and `import` names
   * read-only.
   *
   * @param ran the last mark that the cell reached (see `CellDeclaration`); infinite if it ran to its end
   */
  close(declares: readonly CellDeclaration[], ran: number): void;
  /** Returns the cell that declares a name, or that declared it before it was removed; for advice in errors. */
  declaredBy(name: string): string | undefined;
  /** Returns a name that holds a value; `null` if none does. */
  nameOf(value: object): string | null;
  /** Returns all names with their values, and with the values that they would have if they were released. */
  held(): Iterable<readonly [name: string, value: unknown]>;
}

interface Owner {
  readonly cell: string;
  readonly kind: CellDeclaration['kind'];
}

/**
 * @param globals resolves names that no cell declares; a name that it lacks causes a ReferenceError
 * @param builtins names that every cell has; a cell may redeclare them
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
  // Standard globals are copied to the builtins, because a lookup through the proxy would be slow in hot loops.
  const known = { ...dataProperties(globals), ...Object.getOwnPropertyDescriptors(builtins) };
  const bindings = Object.create(Object.create(outside, known));
  const owners = new Map<string, Owner>();
  /** Declarations that are hidden by a later one of another cell, oldest first. */
  const hidden = new Map<string, (Owner & { readonly value: unknown })[]>();
  /** The last cell of each name that was removed. */
  const lost = new Map<string, string>();
  let running = '';

  function define(name: string, writable: boolean, value: unknown): void {
    Object.defineProperty(bindings, name, { value, writable, enumerable: true, configurable: true });
  }

  /** Returns whether a name would still exist if its cell released it. */
  function hasOtherOwner(name: string): boolean {
    return (hidden.get(name)?.length ?? 0) > 0 || Reflect.has(Object.getPrototypeOf(bindings), name);
  }

  function release(name: string): void {
    const before = hidden.get(name)?.pop();
    if (before !== undefined) {
      owners.set(name, before);
      define(name, !isConstant(before), before.value);
      return;
    }
    lost.set(name, owners.get(name)?.cell ?? running);
    owners.delete(name);
    if (!Reflect.deleteProperty(bindings, name)) return;
    // V8 makes lookups slow in an object after a deletion; using the object as a prototype makes them fast again.
    Object.create(bindings);
  }

  return {
    bindings,
    open(declares, cell) {
      running = cell;
      for (const [name, list] of hidden)
        hidden.set(
          name,
          list.filter((each) => each.cell !== cell),
        );
      const declared = new Set(declares.map(({ name }) => name));
      for (const [name, owner] of owners)
        if (owner.cell === cell && !declared.has(name) && hasOtherOwner(name)) release(name);
      for (const { name, kind } of declares) {
        const owner = owners.get(name);
        const value = Object.hasOwn(bindings, name) ? bindings[name] : undefined;
        if (owner !== undefined && owner.cell !== cell) {
          hidden.set(name, [...(hidden.get(name) ?? []), { ...owner, value }]);
        }
        owners.set(name, { cell, kind });
        // Reset instead of deleted, because functions of other cells that use the name would become slower with every run.
        define(name, true, kind === 'var' ? value : undefined);
      }
    },
    close(declares, ran) {
      for (const { name, kind, mark } of declares) {
        // A `var` exists from the start and may have been assigned before its declaration.
        const isAssigned =
          kind === 'var' && ![undefined, hidden.get(name)?.at(-1)?.value].includes(bindings[name]);
        if (ran < (mark ?? Number.POSITIVE_INFINITY) && !isAssigned) release(name);
        else if (isConstant({ kind })) define(name, false, bindings[name]);
      }
      // Names that a cell assigned without declaring them: `tf = 5`.
      for (const name of Object.keys(bindings)) {
        if (!owners.has(name)) owners.set(name, { cell: running, kind: 'let' });
      }
    },
    declaredBy: (name) => owners.get(name)?.cell ?? lost.get(name),
    nameOf: (value) => Object.entries(bindings).find(([, held]) => held === value)?.[0] ?? null,
    *held() {
      yield* Object.entries(bindings);
      for (const [name, list] of hidden) for (const { value } of list) yield [name, value];
    },
  };
}

function isConstant({ kind }: Pick<Owner, 'kind'>): boolean {
  return kind === 'const' || kind === 'import';
}

/** Returns an object's own data properties, writable and not enumerable. */
function dataProperties(object: object): PropertyDescriptorMap {
  const entries = Object.entries(Object.getOwnPropertyDescriptors(object));
  return Object.fromEntries(
    entries
      .filter(([, property]) => 'value' in property)
      .map(([name, { value }]) => [name, { value, writable: true, configurable: true }]),
  );
}
