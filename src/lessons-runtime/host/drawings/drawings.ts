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
  /** The number of different drawings that the class already had. */
  readonly duplicates: number;
  /** The number of drawings beyond the limit, which are not imported. */
  readonly over: number;
}

/** The learner's drawings of the classes of a pad. They are stored in the learner's record and shared by all lessons. */
export interface Drawings {
  /** Returns the drawings of a class, oldest first. */
  of(name: string): readonly DrawingRecord[];
  readonly canUndo: boolean;
  /** Adds a listener that is called with the class of each change. */
  onChange(listener: (name: string) => void): void;
  /**
   * Adds a drawing. If it cannot be stored, which the record reports, it lasts as long as the page.
   * @throws {PartFailure} if the script that computes digests cannot be loaded; then nothing is added
   */
  add(name: string, strokes: readonly Stroke[]): Promise<AddResult>;
  /** Removes a drawing. If that cannot be stored, which the record reports, it is hidden as long as the page lasts. */
  remove(drawing: DrawingRecord): Promise<void>;
  /**
   * Adds drawings of several classes in one transaction. Drawings that a class already has are omitted.
   * @param classes each name once
   * @throws as `RecordStore.changeAll` if they cannot be stored, and as `add`; then none is added
   */
  addAll(classes: readonly ClassDrawings[]): Promise<readonly ImportedClass[]>;
  /** Reverts the last removal or import that is not reverted yet. Rejects if reverting an import cannot be stored. */
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
  /** Keys of drawings whose removal could not be stored. */
  const removed = new Set<string>();
  const listeners: ((name: string) => void)[] = [];
  let undoSteps: readonly (() => Promise<void>)[] = [];
  /** Changes run one after the other, because each depends on what is stored. */
  const enqueue = createSerialQueue();

  async function load(name: string): Promise<void> {
    const found = await store.load('drawings', name).catch(() => null);
    if (found === null) return;
    stored.set(name, found);
    const present = new Set(found.map(textOf));
    for (const key of present) unsaved.delete(key);
    for (const key of removed) if (classOf(key) === name && !present.has(key)) removed.delete(key);
  }

  async function refresh(name: string): Promise<void> {
    await load(name);
    for (const listener of listeners) listener(name);
  }

  function of(name: string): readonly DrawingRecord[] {
    const all = [...(stored.get(name) ?? []), ...unsaved.values()].filter(
      (drawing) => drawing.className === name && !removed.has(textOf(drawing)),
    );
    const byKey = new Map(all.map((drawing) => [textOf(drawing), drawing]));
    return [...byKey.values()].sort((a, b) => a.at - b.at);
  }

  /** Stores a drawing, or its removal. If the device refuses, the record queues the change, and `of` returns what was meant. */
  async function update(drawing: DrawingRecord, change: 'put' | 'remove'): Promise<void> {
    const key = textOf(drawing);
    if (change === 'put') {
      unsaved.set(key, drawing);
      removed.delete(key);
    } else {
      unsaved.delete(key);
      removed.add(key);
    }
    // A change that succeeds also stores those before, which the record queued.
    const changed = new Set([drawing.className, ...[...unsaved.keys(), ...removed].map(classOf)]);
    await store
      .update('drawings', keyOf('drawings', drawing), (kept) => (change === 'put' ? (kept ?? drawing) : null))
      // The record reports it.
      .catch(() => {});
    await Promise.all([...changed].map(refresh));
  }

  /** Determines which drawings of a class are new and have room. */
  async function plan({ name, drawings }: ClassDrawings) {
    const at = now();
    const known = new Set(of(name).map(({ id }) => id));
    const duplicates = new Set<string>();
    const fresh = new Map<string, DrawingRecord>();
    for (const strokes of drawings) {
      const id = await drawingId(strokes);
      if (known.has(id)) duplicates.add(id);
      else if (!fresh.has(id)) fresh.set(id, { className: name, id, at: at + fresh.size, strokes });
    }
    const room = Math.max(0, drawingLimits.perClass - known.size);
    return {
      name,
      drawings: [...fresh.values()].slice(0, room),
      duplicates: duplicates.size,
      over: Math.max(0, fresh.size - room),
    };
  }

  /** Removes drawings, but not equal ones that were stored at another time. */
  async function removeAll(drawings: readonly DrawingRecord[]): Promise<void> {
    const times = new Map(drawings.map((drawing) => [textOf(drawing), drawing.at]));
    await store.changeAll((record) => ({
      ...record,
      drawings: record.drawings.filter((drawing) => times.get(textOf(drawing)) !== drawing.at),
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
    await update({ className: name, id, at: now(), strokes }, 'put');
    return 'added';
  }

  async function remove(drawing: DrawingRecord): Promise<void> {
    // The button may have been pressed twice.
    if (!of(drawing.className).some(({ id }) => id === drawing.id)) return;
    undoSteps = [...undoSteps, () => update(drawing, 'put')];
    await update(drawing, 'remove');
  }

  async function addAll(classes: readonly ClassDrawings[]): Promise<readonly ImportedClass[]> {
    const planned = await Promise.all(classes.map(plan));
    const added = planned.flatMap(({ drawings }) => drawings);
    if (added.length > 0) {
      // A drawing that another tab has stored meanwhile stays as it is.
      await store.changeAll((record) => ({ ...record, drawings: [...added, ...record.drawings] }));
      undoSteps = [...undoSteps, () => removeAll(added)];
      // The record has queued the removal of these, which would otherwise follow.
      for (const drawing of added) if (removed.has(textOf(drawing))) await update(drawing, 'put');
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

/** Returns the class of a drawing by its key as a text. */
function classOf(key: string): string {
  return JSON.parse(key)[1];
}
