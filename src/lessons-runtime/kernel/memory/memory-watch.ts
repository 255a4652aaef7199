import type { Tensor } from '@tensorflow/tfjs';
import type { Language } from '../../shared/language.ts';
import type { CellPlaces } from '../cell-places.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { type AllocationSite, createAllocatedTensors } from './allocated-tensors.ts';
import { createCellFunctions } from './cell-functions.ts';
import type { DisplayedValues } from './displayed-values.ts';
import { findReachable, type Reachability, type ReachabilityRules, type Root } from './find-reachable.ts';
import { type LeakPlace, memoryWords } from './memory-words.ts';
import { createOrigins } from './origins.ts';

interface Amount {
  readonly tensors: number;
  readonly bytes: number;
}

/**
 * Watches what each run leaves in memory.
 *
 * When a cell runs again, what its earlier run made and nobody can use any more is freed: what it displayed, what its names
 * held, what it lost. Nobody can use what no name of the lesson leads to, so long as nothing is about where a tensor could
 * hide: a function that remembers values of another function, a promise, a dataset, work under way that was not awaited.
 * Where there is, nothing is freed, and the cell says so.
 *
 * When a run ends well, it says what it left that no name leads to, and where in the cell that was made.
 */
export interface MemoryWatch {
  /** Before a cell's code runs, its names already reset. */
  begin(cell: string, code: string): void;
  /** After a run. @returns what there is to say of one that ended well */
  end(isDone: boolean): readonly string[];
}

export function createMemoryWatch(deps: {
  readonly tf: TensorFlow;
  readonly language: Language;
  readonly places: CellPlaces;
  readonly displayed: Pick<DisplayedValues, 'begin' | 'end'>;
  /** Whether nothing that a cell began is still going on. */
  readonly isIdle: () => boolean;
  /** The names of the lesson, and whatever else cells can keep values in. */
  readonly roots: () => Iterable<Root>;
  /** What is no cell's: tfjs, the course's modules, the global object. */
  readonly foreign: () => Iterable<unknown>;
}): MemoryWatch {
  const { tf, places, isIdle } = deps;
  const functions = createCellFunctions();
  const origins = createOrigins(tf);
  const made = createAllocatedTensors(tf);
  /** What the last run of each cell made and left. */
  const owned = new Map<string, ReadonlySet<Tensor>>();
  const shown = new Map<string, ReadonlySet<Tensor>>();
  /** What earlier runs left, and could not be freed yet. */
  const stale = new Set<Tensor>();
  let running: string | null = null;
  let atEnd: Amount = { tensors: 0, bytes: 0 };
  let before: { readonly lost: Amount; readonly opaque: ReadonlySet<string> } = {
    lost: atEnd,
    opaque: new Set(),
  };
  let heldAtBegin: { readonly amount: Amount; readonly by: readonly string[] } | null = null;

  const rules = (): ReachabilityRules => ({ functions, origins, skip: new Set(deps.foreign()) });

  /** Frees what is stale and in nobody's reach, where that can be known. @returns what had to stay */
  function sweep(reached: Reachability): readonly Tensor[] {
    const lost: Tensor[] = [];
    for (const tensor of stale) {
      if (tensor.isDisposed) stale.delete(tensor);
      else if (!reached.tensors.has(tensor)) lost.push(tensor);
    }
    if (!reached.isWhole || reached.opaque.size > 0 || !isIdle()) return lost;
    for (const tensor of lost) {
      tensor.dispose();
      stale.delete(tensor);
    }
    return [];
  }

  /** All that is alive and neither named nor shown. */
  function unreached({ tensors }: Reachability): Amount {
    const { numTensors, numBytes } = tf.memory();
    const known = amountOf(tf, new Set([...tensors, ...[...shown.values()].flatMap((set) => [...set])]));
    return { tensors: numTensors - known.tensors, bytes: numBytes - known.bytes };
  }

  function leakText(alive: ReadonlyMap<Tensor, AllocationSite>, reached: Reachability): string | null {
    // Without a whole view a tensor that looks lost may not be; and work under way still has its own.
    if (!reached.isWhole || !isIdle()) return null;
    const after = unreached(reached);
    const tensors = after.tensors - before.lost.tensors;
    if (tensors <= 0) return null;
    // A function made by this run that can hold tensors: they may be its own.
    if ([...reached.opaque].some((name) => !before.opaque.has(name))) return null;
    const named = new Set([...reached.tensors, ...[...shown.values()].flatMap((set) => [...set])]);
    const lost = [...alive].filter(([tensor]) => !named.has(tensor)).map(([, at]) => at);
    return memoryWords[deps.language].leak({
      tensors,
      bytes: Math.max(0, after.bytes - before.lost.bytes),
      places: leakPlaces(lost, places, running ?? ''),
      unless: [...reached.opaque],
    });
  }

  /** What a run begins with; looked at anew only where something may have changed since the last run ended. */
  function look(): void {
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
      look();
      made.begin();
    },
    end(isDone) {
      if (running === null) return [];
      const cell = running;
      const alive = made.end();
      const showing = deps.displayed.end();
      owned.set(cell, new Set(alive.keys()));
      const texts: string[] = [];
      if (tf.memory().numTensors > 0) {
        const theRules = rules();
        const reached = findReachable(deps.roots(), theRules);
        shown.set(cell, findReachable([['', showing]], theRules).tensors);
        sweep(reached);
        const leak = isDone ? leakText(alive, reached) : null;
        if (leak !== null) texts.push(leak);
        before = { lost: unreached(reached), opaque: reached.opaque };
      }
      if (isDone && heldAtBegin !== null) {
        const { amount, by } = heldAtBegin;
        texts.push(memoryWords[deps.language].held({ ...amount, by }));
      }
      const { numTensors, numBytes } = tf.memory();
      atEnd = { tensors: numTensors, bytes: numBytes };
      running = null;
      return texts;
    },
  };
}

/** As tfjs counts them: each tensor its own bytes, shared or not. */
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

/** The lines that made what was lost, the worst first. */
function leakPlaces(lost: readonly AllocationSite[], places: CellPlaces, cell: string): readonly LeakPlace[] {
  const counts = new Map<string, { cell: string | null; line: number; tensors: number }>();
  for (const at of lost) {
    const [made] = places.trace(at?.stack ?? '');
    if (made === undefined) continue;
    const key = `${made.cell}:${made.line}`;
    const known = counts.get(key) ?? {
      cell: made.cell === cell ? null : made.cell,
      line: made.line,
      tensors: 0,
    };
    counts.set(key, { ...known, tensors: known.tensors + 1 });
  }
  return [...counts.values()].sort((one, other) => other.tensors - one.tensors);
}
