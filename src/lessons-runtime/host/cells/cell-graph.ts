import type { CellNames } from '../../lesson/cell-names.ts';

/** A cell of a lesson with its names, in the lesson's order. */
export interface GraphCell {
  readonly id: string;
  readonly names: CellNames;
  /** Whether it is the cell of an exercise, on which no cell of the lesson depends. */
  readonly isExercise: boolean;
}

/** Which cells of a lesson depend on which, as far as their code tells without running it. */
export interface CellGraph {
  /**
   * Returns the cells that must have run before a cell, directly: those that declare what it uses, and those in between that
   * change it.
   */
  needs(cell: string): readonly string[];
  /** Returns those of `needs` on whose results the cell depends: not those of which it only uses an import. */
  bases(cell: string): readonly string[];
  /** Returns the cell that declares or imports a name that another cell uses; `null` if none does. */
  provider(name: string, cell: string): string | null;
  /** Returns the cells that must run before a cell can, given those that have run, in the order in which they have to run. */
  missing(cell: string, hasRun: (cell: string) => boolean): readonly string[];
  /** Returns the lesson's later cells that depend on one of the cells, directly or not, in the lesson's order. */
  dependents(cells: readonly string[]): readonly string[];
}

/** Every cell has it, whether a cell imports it or not. */
const builtin = 'tf';

export function createCellGraph(cells: readonly GraphCell[]): CellGraph {
  const places = new Map(cells.map(({ id }, place) => [id, place]));
  const namesOf = (id: string) => cells[places.get(id) ?? -1]?.names;

  /** Returns the last earlier cell that has a name; if there is none, the first later one. */
  function providerOf(name: string, { id, isExercise }: GraphCell): GraphCell | null {
    const place = places.get(id) ?? 0;
    const having = cells.filter(
      (other) =>
        other.id !== id &&
        (isExercise || !other.isExercise) &&
        (other.names.declares.includes(name) || (name !== builtin && other.names.imports.includes(name))),
    );
    const earlier = having.findLast((other) => (places.get(other.id) ?? 0) < place);
    return earlier ?? having[0] ?? null;
  }

  /** Returns the cells between a provider and a cell that change the name. */
  function changersOf(name: string, provider: GraphCell, cell: GraphCell): readonly GraphCell[] {
    return cells
      .slice((places.get(provider.id) ?? 0) + 1, places.get(cell.id))
      .filter((other) => !other.isExercise && other.names.changes.includes(name));
  }

  const edges = new Map(
    cells.map((cell) => {
      const needs = new Set<string>();
      const bases = new Set<string>();
      for (const name of cell.names.uses) {
        const provider = providerOf(name, cell);
        if (provider === null) continue;
        needs.add(provider.id);
        if (!provider.names.declares.includes(name)) continue;
        bases.add(provider.id);
        if (!cell.names.usesNow.includes(name)) continue;
        for (const { id } of changersOf(name, provider, cell)) {
          needs.add(id);
          bases.add(id);
        }
      }
      const inOrder = (ids: Iterable<string>) =>
        [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
      return [cell.id, { needs: inOrder(needs), bases: inOrder(bases) }] as const;
    }),
  );
  const needs = (id: string) => edges.get(id)?.needs ?? [];
  const bases = (id: string) => edges.get(id)?.bases ?? [];

  return {
    needs,
    bases,
    provider(name, id) {
      const names = namesOf(id);
      const cell = cells[places.get(id) ?? -1];
      return names?.uses.includes(name) === true && cell !== undefined
        ? (providerOf(name, cell)?.id ?? null)
        : null;
    },
    missing(id, hasRun) {
      const found: string[] = [];
      const visited = new Set([id]);
      function visit(cell: string): void {
        for (const need of needs(cell)) {
          if (visited.has(need) || hasRun(need)) continue;
          visited.add(need);
          visit(need);
          found.push(need);
        }
      }
      visit(id);
      return found;
    },
    dependents(ids) {
      const found = new Set(ids);
      const first = Math.min(...ids.map((id) => places.get(id) ?? 0));
      for (const { id, isExercise } of cells.slice(first)) {
        if (!isExercise && bases(id).some((base) => found.has(base))) found.add(id);
      }
      return cells.flatMap(({ id }) => (found.has(id) && !ids.includes(id) ? [id] : []));
    },
  };
}
