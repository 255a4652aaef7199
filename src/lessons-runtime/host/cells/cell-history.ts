import * as v from 'valibot';
import { type CellNames, type InputKind, inputKinds } from '../../lesson/cell-names.ts';
import type { OutputStore } from '../../progress/blobs/output-store.ts';
import type { Output } from '../../protocol/output.ts';
import { createSerialQueue } from '../../shared/serial-queue.ts';
import type { CellState } from '../cell-state.ts';
import { type CellGraph, createCellGraph } from './cell-graph.ts';
import { keptOutputs } from './kept-outputs.ts';
import {
  codeDigest,
  findStale,
  fingerprint,
  type InputContents,
  type RunFacts,
  runFactsSchema,
  type StaleReason,
} from './run-facts.ts';

/** What has run in a lesson, in this visit and in earlier ones, and which outputs are from before a change. Without DOM. */
export interface CellHistory {
  /** Records a run that has ended, and keeps its outputs. @param inputs as `readInputs` returned them when it started */
  recordRun(cell: string, state: CellState, inputs: readonly string[]): Promise<void>;
  /** Records that the worker has ended, with all variables. */
  endWorker(): Promise<void>;
  /** Call it after code, an input or the seed has changed. */
  refresh(): Promise<void>;
  /** Reads the names of all code, so that the functions below use them, also before anything has run. */
  readNames(): Promise<void>;
  /** Returns the outputs of earlier visits, and records what they depend on. */
  restore(): Promise<readonly EarlierRun[]>;
  /** The cells whose outputs are from before a change. */
  readonly stale: ReadonlyMap<string, StaleReason>;
  /** The cells that ran in a worker that has ended since. */
  readonly lost: ReadonlySet<string>;
  /** Whether a cell has outputs, of this visit or an earlier one. */
  hasRun(cell: string): boolean;
  /** Whether a cell has run in the current worker without an error. */
  hasRunHere(cell: string): boolean;
  /** Returns the cells that must run before a cell can, in order; not those that are about to run. */
  missing(cell: string): readonly string[];
  /** Returns the names that a cell uses of cells that are missing, each with the cell that declares it. */
  missingNames(cell: string): readonly { readonly name: string; readonly cell: string }[];
  /** Returns which cells *Run from here* runs: what is missing, the cell, and the later ones that depend on it. */
  from(cell: string): { readonly missing: readonly string[]; readonly dependents: readonly string[] };
  /** Returns the cells that have run and read an input of the page, directly or not, and what is missing before them. */
  readers(kind: InputKind): readonly string[];
  /** Returns the cell that declares a name that another cell uses. */
  provider(name: string, cell: string): string | null;
  /** Returns how long the last runs of some cells took in total, in milliseconds. */
  duration(cells: readonly string[]): number;
}

/** The last run of a cell in an earlier visit. */
export interface EarlierRun {
  readonly cell: string;
  readonly at: number;
  /** Not validated. */
  readonly outputs: readonly unknown[];
}

/** A cell of the page. */
export interface HistoryCell {
  readonly id: string;
  readonly isExercise: boolean;
  readonly authored: string;
  /** The names of the authored code; `null` if the build wrote none. */
  readonly names: CellNames | null;
  /** Returns the current code. */
  readonly source: () => string;
  /** Whether it was run since the page was loaded. */
  readonly hasRun: () => boolean;
  /** Whether it is running or will run next. */
  readonly isBusy: () => boolean;
}

const noNames: CellNames = { declares: [], imports: [], uses: [], usesNow: [], changes: [], inputs: [] };

export function createCellHistory(
  lesson: string,
  cells: readonly HistoryCell[],
  deps: {
    readonly store: OutputStore;
    /** Parses code; only needed for code that differs from the authored code. */
    readonly parseNames: (source: string) => Promise<CellNames | null>;
    readonly inputs: () => readonly string[];
    readonly seed: () => number;
    /** Called after each change of what the history says. */
    readonly onChange: () => void;
    /** Returns milliseconds since 1970. */
    readonly now?: () => number;
  },
): CellHistory {
  const { store, now = Date.now } = deps;
  /** Events are handled one after the other, because parsing takes time and each run builds on the ones before. */
  const enqueue = createSerialQueue();
  const runs = new Map<string, { readonly facts: RunFacts; readonly milliseconds: number | null }>();
  /** The cells that ran in the current worker. */
  const here = new Set<string>();
  const lost = new Set<string>();
  let workerSeed: number | null = null;
  let stale: ReadonlyMap<string, StaleReason> = new Map();
  const parsed = new Map<string, { readonly source: string; readonly names: CellNames }>();
  let graph: CellGraph = createGraph();

  function namesOf({ id, names }: HistoryCell): CellNames {
    return parsed.get(id)?.names ?? names ?? noNames;
  }

  function createGraph(): CellGraph {
    return createCellGraph(
      cells.map((cell) => ({ id: cell.id, isExercise: cell.isExercise, names: namesOf(cell) })),
    );
  }

  /** Reads the names of a cell's code. Code with a syntax error keeps the names of the code before. */
  async function readNames(cell: HistoryCell, source: string): Promise<void> {
    const known = parsed.get(cell.id);
    if (known?.source === source) return;
    const isAuthored = source === cell.authored && cell.names !== null;
    if (isAuthored && known === undefined) return;
    const names = isAuthored ? cell.names : await deps.parseNames(source).catch(() => null);
    parsed.set(cell.id, { source, names: names ?? namesOf(cell) });
    graph = createGraph();
  }

  async function readAllNames(): Promise<void> {
    for (const cell of cells) await readNames(cell, cell.source());
  }

  async function update(): Promise<void> {
    // Without a run, nothing is stale.
    if (runs.size > 0) await readAllNames();
    const sources = new Map(cells.map(({ id, source }) => [id, source]));
    stale = findStale(new Map([...runs].map(([id, { facts }]) => [id, facts])), {
      code: (id) => {
        const source = sources.get(id);
        return source === undefined ? null : codeDigest(source());
      },
      inputs: parseInputs(deps.inputs()),
      seed: workerSeed ?? deps.seed(),
    });
    deps.onChange();
  }

  function factsOf(
    cell: HistoryCell,
    { source, seed }: Pick<CellState, 'source' | 'seed'>,
    atStart: readonly string[],
  ): RunFacts {
    // What the run itself loaded was not known when it started.
    const contents = { ...parseInputs(deps.inputs()), ...parseInputs(atStart) };
    const bases = graph.bases(cell.id).flatMap((base) => {
      const run = runs.get(base);
      return run === undefined ? [] : [[base, fingerprint(run.facts)] as const];
    });
    return {
      code: codeDigest(source),
      inputs: Object.fromEntries(
        namesOf(cell).inputs.flatMap((kind) =>
          contents[kind] === undefined ? [] : [[kind, contents[kind]]],
        ),
      ),
      seed,
      bases: Object.fromEntries(bases),
    };
  }

  const inOrder = (ids: ReadonlySet<string>) => cells.flatMap(({ id }) => (ids.has(id) ? [id] : []));
  const isBusy = (id: string) => cells.some((cell) => cell.id === id && cell.isBusy());
  const missingBefore = (cell: string) => graph.missing(cell, (other) => here.has(other) || isBusy(other));

  return {
    recordRun: (id, state, inputs) =>
      enqueue(async () => {
        const cell = cells.find((each) => each.id === id);
        if (cell === undefined) return;
        await readNames(cell, state.source);
        const facts = factsOf(cell, state, inputs);
        const { milliseconds } = state;
        runs.set(id, { facts, milliseconds });
        lost.delete(id);
        // A run without a time was ended together with its worker.
        if (milliseconds !== null && state.status !== 'failed') here.add(id);
        workerSeed = state.seed ?? workerSeed;
        const { outputs, size } = keptOutputs(state.outputs);
        // If the browser refuses, the outputs last as long as the page; the record reports that nothing is stored.
        store.put({ lesson, cell: id, at: now(), milliseconds, facts, size, outputs }).catch(() => {});
        await update();
      }),
    endWorker: () =>
      enqueue(async () => {
        for (const id of here) lost.add(id);
        here.clear();
        workerSeed = null;
        await update();
      }),
    refresh: () => enqueue(update),
    readNames: () => enqueue(readAllNames),
    restore: () =>
      enqueue(async () => {
        const stored = await store.load(lesson).catch(() => []);
        const restored = stored.flatMap(({ cell: id, at, milliseconds, facts, outputs }) => {
          const cell = cells.find((each) => each.id === id);
          const valid = v.safeParse(runFactsSchema, facts);
          // The learner may have run the cell already.
          if (cell === undefined || cell.hasRun() || !valid.success) return [];
          runs.set(id, { facts: valid.output, milliseconds });
          return [{ cell: id, at, outputs }];
        });
        await update();
        return restored;
      }),
    get stale() {
      return stale;
    },
    lost,
    hasRun: (cell) => runs.has(cell),
    hasRunHere: (cell) => here.has(cell),
    missing: missingBefore,
    missingNames(id) {
      const missing = new Set(missingBefore(id));
      const cell = cells.find((each) => each.id === id);
      return (cell === undefined ? [] : namesOf(cell).uses).flatMap((name) => {
        const provider = graph.provider(name, id);
        return provider !== null && missing.has(provider) ? [{ name, cell: provider }] : [];
      });
    },
    from(cell) {
      const dependents = graph.dependents([cell]);
      const plan = new Set([cell, ...dependents]);
      const missing = new Set([cell, ...dependents].flatMap(missingBefore));
      return { missing: inOrder(missing).filter((id) => !plan.has(id)), dependents };
    },
    readers(kind) {
      const first = cells.filter((cell) => namesOf(cell).inputs.includes(kind)).map(({ id }) => id);
      const plan = [...first, ...graph.dependents(first)].filter((id) => runs.has(id));
      return inOrder(new Set([...plan.flatMap(missingBefore), ...plan]));
    },
    provider: (name, cell) => graph.provider(name, cell),
    duration: (ids) => ids.reduce((sum, id) => sum + (runs.get(id)?.milliseconds ?? 0), 0),
  };
}

/** Combines the contents of the page's inputs by kind. */
export function parseInputs(contents: readonly string[]): InputContents {
  return Object.fromEntries(
    inputKinds.flatMap((kind) => {
      const found = contents.filter((each) => each.startsWith(`${kind}:`));
      return found.length === 0 ? [] : [[kind, found.map((each) => each.slice(kind.length + 1)).join('|')]];
    }),
  );
}

/** Returns the name that an error says is not declared, if another cell of the lesson declares it. */
export function undeclaredName(
  outputs: readonly Output[],
  declaredBy: (name: string) => string | null,
): { readonly name: string; readonly cell: string } | null {
  const error = outputs.find((part) => part.kind === 'error');
  if (error?.name !== 'ReferenceError') return null;
  for (const [name] of error.what.matchAll(/[\p{L}\p{N}_$]+/gu)) {
    const cell = declaredBy(name);
    if (cell !== null) return { name, cell };
  }
  return null;
}
