import type { CellDeclaration } from '../compile/compile-cell.ts';

/**
 * The scope that all cells of a lesson share. A compiled cell reads and writes its top-level names as properties of `bindings`.
 *
 * A name is of the cell that declared it last. A cell whose run ended before it did, or that no longer declares it, gives it
 * back: to the cell that had it before, with the value it had there, else to what every cell has (`tf`). A name that no one
 * else has is nobody's after a run that did not come to declare it; where it is only no longer declared, it stays, so that
 * a cell can go on with what it made by other code.
 */
export interface Scope {
  readonly bindings: object;
  /** Before a cell runs: gives back what its earlier run took, and makes what it declares now exist, writable. */
  open(declares: readonly CellDeclaration[], cell: string): void;
  /**
   * After it ran: gives back what it did not come to declare, and fixes its `const` and `import`, so that other cells cannot
   * assign them.
   * @param ran the last mark that the cell came to (see `CellDeclaration`); infinite where it ran to its end
   */
  close(declares: readonly CellDeclaration[], ran: number): void;
  /** For error advice: the cell whose name it is, or whose it was before it was nobody's. */
  declaredBy(name: string): string | undefined;
  /** The name that holds a value; `null` where none does. */
  nameOf(value: object): string | null;
  /** Every name with what it holds, and with what it would hold again if a cell gave it back. */
  held(): Iterable<readonly [name: string, value: unknown]>;
}

interface Owner {
  readonly cell: string;
  readonly kind: CellDeclaration['kind'];
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
  const owners = new Map<string, Owner>();
  /** Declarations that a later one of another cell hides, oldest first. */
  const hidden = new Map<string, (Owner & { readonly value: unknown })[]>();
  /** Whose a name was that is nobody's now. */
  const lost = new Map<string, string>();
  let running = '';

  function define(name: string, writable: boolean, value: unknown): void {
    Object.defineProperty(bindings, name, { value, writable, enumerable: true, configurable: true });
  }

  /** Whether a name would be there, too, without the cell that has it now. */
  function isTaken(name: string): boolean {
    return (hidden.get(name)?.length ?? 0) > 0 || Reflect.has(Object.getPrototypeOf(bindings), name);
  }

  function giveBack(name: string): void {
    const before = hidden.get(name)?.pop();
    if (before !== undefined) {
      owners.set(name, before);
      define(name, !isFixed(before), before.value);
      return;
    }
    lost.set(name, owners.get(name)?.cell ?? running);
    owners.delete(name);
    if (!Reflect.deleteProperty(bindings, name)) return;
    // V8 looks names up slowly in an object that lost one, until it becomes a prototype.
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
        if (owner.cell === cell && !declared.has(name) && isTaken(name)) giveBack(name);
      for (const { name, kind } of declares) {
        const owner = owners.get(name);
        const value = Object.hasOwn(bindings, name) ? bindings[name] : undefined;
        if (owner !== undefined && owner.cell !== cell) {
          hidden.set(name, [...(hidden.get(name) ?? []), { ...owner, value }]);
        }
        owners.set(name, { cell, kind });
        // Reset, not deleted: functions of other cells that use the name would become slower with every run.
        define(name, true, kind === 'var' ? value : undefined);
      }
    },
    close(declares, ran) {
      for (const { name, kind, mark } of declares) {
        // A `var` is there from the start, and may have been assigned anywhere.
        const isAssigned =
          kind === 'var' && ![undefined, hidden.get(name)?.at(-1)?.value].includes(bindings[name]);
        if (ran < (mark ?? Number.POSITIVE_INFINITY) && !isAssigned) giveBack(name);
        else if (isFixed({ kind })) define(name, false, bindings[name]);
      }
      // What a cell assigned without declaring it: `tf = 5`.
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

function isFixed({ kind }: Pick<Owner, 'kind'>): boolean {
  return kind === 'const' || kind === 'import';
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
