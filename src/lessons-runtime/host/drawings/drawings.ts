import type { ClassDrawings } from '../../progress/files/drawings-file.ts';
import { drawingId } from '../../progress/record/drawing-id.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import { keyOf } from '../../progress/record/record-tables.ts';
import type { DrawingRecord } from '../../progress/record/record-types.ts';
import { drawingLimits, type Stroke } from '../../protocol/strokes.ts';
import { createSerialQueue } from '../../shared/serial-queue.ts';

/** `duplicate`: the class already has the same drawing. `full`: it has the most drawings of a class. */
export type AddResult = 'added' | 'duplicate' | 'full';

/** The result of importing the drawings of a class. */
export interface ImportedClass {
  readonly name: string;
  readonly added: number;
  /** The number of drawings that the class already had. */
  readonly duplicates: number;
  /** The number of drawings beyond the limit, which are not imported. */
  readonly over: number;
}

/** The learner's drawings of the classes of a page. They are stored in the learner's record and shared by all lessons. */
export interface Drawings {
  /** Returns the drawings of a class, oldest first. */
  of(name: string): readonly DrawingRecord[];
  readonly canUndo: boolean;
  /** Adds a listener that is called with the class of each change. */
  onChange(listener: (name: string) => void): void;
  /** Adds a drawing. If it cannot be stored, which the record reports, it lasts as long as the page. */
  add(name: string, strokes: readonly Stroke[]): Promise<AddResult>;
  remove(drawing: DrawingRecord): Promise<void>;
  /**
   * Adds drawings of several classes in one transaction. Drawings that a class already has are omitted.
   * @param classes each name once
   * @throws as `RecordStore.changeAll` if they cannot be stored; then none is added
   */
  addAll(classes: readonly ClassDrawings[]): Promise<readonly ImportedClass[]>;
  /** Reverts the last removal or import that is not reverted yet. Rejects if that cannot be stored. */
  undo(): Promise<void>;
}

/**
 * Loads the drawings of some classes. Never rejects: drawings that cannot be read are loaded with the next change.
 * @param now returns milliseconds since 1970
 */
export async function openDrawings(
  store: RecordStore,
  names: readonly string[],
  now: () => number = Date.now,
): Promise<Drawings> {
  const stored = new Map<string, readonly DrawingRecord[]>();
  /** Drawings that could not be stored, by key. */
  const unsaved = new Map<string, DrawingRecord>();
  const listeners: ((name: string) => void)[] = [];
  let undoSteps: readonly (() => Promise<void>)[] = [];
  /** Changes run one after the other, because each depends on what is stored. */
  const enqueue = createSerialQueue();

  async function load(name: string): Promise<void> {
    const found = await store.load('drawings', name).catch(() => null);
    if (found !== null) stored.set(name, found);
  }

  async function refresh(name: string): Promise<void> {
    await load(name);
    for (const listener of listeners) listener(name);
  }

  function of(name: string): readonly DrawingRecord[] {
    const pending = [...unsaved.values()].filter(({ className }) => className === name);
    const known = new Set(pending.map(({ id }) => id));
    return [...(stored.get(name) ?? []).filter(({ id }) => !known.has(id)), ...pending].sort(
      (a, b) => a.at - b.at,
    );
  }

  async function put(drawing: DrawingRecord): Promise<void> {
    unsaved.set(textOf(drawing), drawing);
    const changed = new Set([...unsaved.values()].map(({ className }) => className));
    try {
      await store.update('drawings', keyOf('drawings', drawing), (kept) => kept ?? drawing);
      // The record has also stored those before, which it queued.
      unsaved.clear();
    } catch {
      // The record reports it.
    }
    await Promise.all([...changed].map(refresh));
  }

  /** Determines which drawings of a class are new and have room. */
  async function plan({ name, drawings }: ClassDrawings) {
    const at = now();
    const known = new Set(of(name).map(({ id }) => id));
    const fresh = new Map<string, DrawingRecord>();
    for (const strokes of drawings) {
      const id = await drawingId(strokes);
      if (!known.has(id)) fresh.set(id, { className: name, id, at: at + fresh.size, strokes });
    }
    const room = Math.max(0, drawingLimits.perClass - known.size);
    return {
      name,
      drawings: [...fresh.values()].slice(0, room),
      duplicates: drawings.length - fresh.size,
      over: Math.max(0, fresh.size - room),
    };
  }

  async function removeAll(drawings: readonly DrawingRecord[]): Promise<void> {
    const removed = new Set(drawings.map(textOf));
    await store.changeAll((record) => ({
      ...record,
      drawings: record.drawings.filter((drawing) => !removed.has(textOf(drawing))),
    }));
    await Promise.all([...new Set(drawings.map(({ className }) => className))].map(refresh));
  }

  store.onChange((table, name) => {
    if (table === 'drawings' && names.includes(name)) void refresh(name);
  });
  await Promise.all(names.map(load));

  async function add(name: string, strokes: readonly Stroke[]): Promise<AddResult> {
    const id = await drawingId(strokes);
    const present = of(name);
    if (present.some((drawing) => drawing.id === id)) return 'duplicate';
    if (present.length >= drawingLimits.perClass) return 'full';
    await put({ className: name, id, at: now(), strokes });
    return 'added';
  }

  async function remove(drawing: DrawingRecord): Promise<void> {
    await store.update('drawings', keyOf('drawings', drawing), () => null);
    unsaved.delete(textOf(drawing));
    undoSteps = [...undoSteps, () => put(drawing)];
    await refresh(drawing.className);
  }

  async function addAll(classes: readonly ClassDrawings[]): Promise<readonly ImportedClass[]> {
    const planned = await Promise.all(classes.map(plan));
    const added = planned.flatMap(({ drawings }) => drawings);
    if (added.length > 0) {
      // A drawing that another tab has stored meanwhile stays as it is.
      await store.changeAll((record) => ({ ...record, drawings: [...added, ...record.drawings] }));
      undoSteps = [...undoSteps, () => removeAll(added)];
      await Promise.all(planned.map(({ name }) => refresh(name)));
    }
    return planned.map(({ drawings, ...result }) => ({ ...result, added: drawings.length }));
  }

  async function undo(): Promise<void> {
    await undoSteps.at(-1)?.();
    undoSteps = undoSteps.slice(0, -1);
  }

  return {
    of,
    get canUndo() {
      return undoSteps.length > 0;
    },
    onChange: (listener) => void listeners.push(listener),
    add: (name, strokes) => enqueue(() => add(name, strokes)),
    remove: (drawing) => enqueue(() => remove(drawing)),
    addAll: (classes) => enqueue(() => addAll(classes)),
    undo: () => enqueue(undo),
  };
}

/** Returns the key of a drawing as a text. */
function textOf(drawing: DrawingRecord): string {
  return JSON.stringify(keyOf('drawings', drawing));
}
