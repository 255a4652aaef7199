import type { Tensor } from '@tensorflow/tfjs';
import type { CellPlaces } from '../cell-places.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { type AllocationSite, createAllocatedTensors } from './allocated-tensors.ts';
import { createCellFunctions } from './cell-functions.ts';
import type { DisplayedValues } from './displayed-values.ts';
import { findReachable, type Reachability, type ReachabilityRules, type Root } from './find-reachable.ts';
import type { LeakPlace, MemoryNote } from './memory-words.ts';
import { createOrigins } from './origins.ts';

interface Amount {
  readonly tensors: number;
  readonly bytes: number;
}

/**
 * Watches the tensors that each run leaves in memory.
 *
 * When a cell runs again, the unreachable tensors of its previous run are disposed of: displayed ones, values of its names, and
 * leaked ones. A tensor is unreachable if no name of the lesson leads to it. That can be known only if there is no opaque object
 * that may hold it: a closure, a promise, a dataset, or work that was not awaited. If there is one, nothing is disposed of, and
 * a note in the cell says so.
 *
 * When a run ends with `done`, a note reports the tensors that it left unreachable, and where in the cell they were created.
 */
export interface MemoryWatch {
  /** Called before a cell's code runs, after its names were reset. */
  begin(cell: string, code: string): void;
  /** Called after a run. Returns notes; none if the run failed or was stopped. */
  end(isDone: boolean): readonly MemoryNote[];
}

export function createMemoryWatch(deps: {
  readonly tf: TensorFlow;
  readonly places: CellPlaces;
  readonly displayed: Pick<DisplayedValues, 'begin' | 'end'>;
  /** Returns whether no work that a cell started is pending. */
  readonly isIdle: () => boolean;
  /** Returns the names of the lesson and all other places where cells can store values. */
  readonly roots: () => Iterable<Root>;
  /** Returns the objects that do not belong to cells: tfjs, the course's modules, the global object. */
  readonly foreign: () => Iterable<unknown>;
}): MemoryWatch {
  const { tf, places, isIdle } = deps;
  const functions = createCellFunctions();
  const origins = createOrigins(tf);
  const allocated = createAllocatedTensors(tf);
  /** The tensors that the last run of each cell created and left alive. */
  const owned = new Map<string, ReadonlySet<Tensor>>();
  /** The tensors that the last run of each cell displayed. */
  const shown = new Map<string, ReadonlySet<Tensor>>();
  /** Tensors of previous runs that could not be disposed of yet. */
  const stale = new Set<Tensor>();
  let running: string | null = null;
  let atEnd: Amount = { tensors: 0, bytes: 0 };
  let before: { readonly lost: Amount; readonly opaque: ReadonlySet<string> } = {
    lost: atEnd,
    opaque: new Set(),
  };
  let heldAtBegin: { readonly amount: Amount; readonly by: readonly string[] } | null = null;

  const rules = (): ReachabilityRules => ({ functions, origins, skip: new Set(deps.foreign()) });

  /** Disposes of stale tensors that are unreachable, if that can be known. Returns those that could not be disposed of. */
  function sweep(reached: Reachability): readonly Tensor[] {
    const lost: Tensor[] = [];
    for (const tensor of stale) {
      if (tensor.isDisposed) stale.delete(tensor);
      else if (!reached.tensors.has(tensor)) lost.push(tensor);
    }
    if (!reached.isComplete || reached.opaque.size > 0 || !isIdle()) return lost;
    for (const tensor of lost) {
      tensor.dispose();
      stale.delete(tensor);
    }
    return [];
  }

  /** Returns the tensors that are reachable or displayed. */
  function namedOrShown({ tensors }: Reachability): ReadonlySet<Tensor> {
    return new Set([...tensors, ...[...shown.values()].flatMap((set) => [...set])]);
  }

  /** Returns the amount of live tensors that are neither reachable nor displayed. */
  function unreached(reached: Reachability): Amount {
    const { numTensors, numBytes } = tf.memory();
    const known = amountOf(tf, namedOrShown(reached));
    return { tensors: numTensors - known.tensors, bytes: numBytes - known.bytes };
  }

  function leakNote(alive: ReadonlyMap<Tensor, AllocationSite>, reached: Reachability): MemoryNote | null {
    // After an incomplete walk a tensor may only seem unreachable, and pending work still uses its tensors.
    if (!reached.isComplete || !isIdle()) return null;
    const after = unreached(reached);
    const tensors = after.tensors - before.lost.tensors;
    if (tensors <= 0) return null;
    // This run created an opaque object, which may hold the tensors.
    if ([...reached.opaque].some((name) => !before.opaque.has(name))) return null;
    const known = namedOrShown(reached);
    const lost = [...alive].filter(([tensor]) => !known.has(tensor)).map(([, site]) => site);
    return {
      kind: 'leak',
      tensors,
      bytes: Math.max(0, after.bytes - before.lost.bytes),
      places: leakPlaces(lost, places, running ?? ''),
      unless: [...reached.opaque],
    };
  }

  /** Measures what a run starts with, unless nothing has changed since the last run ended. */
  function measureStart(): void {
    const { numTensors, numBytes } = tf.memory();
    heldAtBegin = null;
    if (stale.size === 0 && numTensors === atEnd.tensors && numBytes === atEnd.bytes) return;
    const reached = findReachable(deps.roots(), rules());
    const held = sweep(reached);
    if (held.length > 0) heldAtBegin = { amount: amountOf(tf, held), by: [...reached.opaque] };
    before = { lost: unreached(reached), opaque: reached.opaque };
  }

  return {
    begin(cell, code) {
      functions.remember(code);
      running = cell;
      deps.displayed.begin();
      for (const tensor of owned.get(cell) ?? []) stale.add(tensor);
      owned.delete(cell);
      shown.delete(cell);
      measureStart();
      allocated.begin();
    },
    end(isDone) {
      if (running === null) return [];
      const cell = running;
      const alive = allocated.end();
      const displayed = deps.displayed.end();
      owned.set(cell, new Set(alive.keys()));
      const notes: MemoryNote[] = [];
      if (tf.memory().numTensors > 0) {
        const currentRules = rules();
        const reached = findReachable(deps.roots(), currentRules);
        shown.set(cell, findReachable([['', displayed]], currentRules).tensors);
        sweep(reached);
        const leak = isDone ? leakNote(alive, reached) : null;
        if (leak !== null) notes.push(leak);
        before = { lost: unreached(reached), opaque: reached.opaque };
      }
      if (isDone && heldAtBegin !== null) {
        const { amount, by } = heldAtBegin;
        notes.push({ kind: 'held', ...amount, by });
      }
      const { numTensors, numBytes } = tf.memory();
      atEnd = { tensors: numTensors, bytes: numBytes };
      running = null;
      return notes;
    },
  };
}

/** Counts tensors and bytes like `tf.memory()`, which counts shared data once for each tensor. */
function amountOf(tf: TensorFlow, all: Iterable<Tensor>): Amount {
  let tensors = 0;
  let bytes = 0;
  for (const tensor of all) {
    if (tensor.isDisposed) continue;
    tensors += 1;
    if (tensor.dtype !== 'string' && tensor.dtype !== 'complex64') {
      bytes += tensor.size * tf.util.bytesPerElement(tensor.dtype);
    }
  }
  return { tensors, bytes };
}

/** Returns the lines that created lost tensors, in descending order of their number. */
function leakPlaces(lost: readonly AllocationSite[], places: CellPlaces, cell: string): readonly LeakPlace[] {
  const counts = new Map<string, { cell: string | null; line: number; tensors: number }>();
  for (const site of lost) {
    const [place] = places.trace(site?.stack ?? '');
    if (place === undefined) continue;
    const key = `${place.cell}:${place.line}`;
    const known = counts.get(key) ?? {
      cell: place.cell === cell ? null : place.cell,
      line: place.line,
      tensors: 0,
    };
    counts.set(key, { ...known, tensors: known.tensors + 1 });
  }
  return [...counts.values()].sort((one, other) => other.tensors - one.tensors);
}
