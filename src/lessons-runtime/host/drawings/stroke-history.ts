import type { Coordinates } from '../../shared/geometry.ts';

/** The strokes of the drawing on the pad, each change of which can be reverted. */
export interface StrokeHistory {
  readonly strokes: readonly Coordinates[];
  readonly canUndo: boolean;
  add(stroke: Coordinates): void;
  /** Removes all strokes, which `undo` restores. */
  clear(): void;
  /** Reverts the last change. */
  undo(): void;
  /** Begins a new drawing: there is nothing to revert. */
  reset(): void;
  /** Puts the strokes of an earlier drawing before the present ones, as if all had been drawn one after the other. */
  restore(earlier: readonly Coordinates[]): void;
}

/** @param limit the most strokes that `restore` leaves */
export function createStrokeHistory(limit: number): StrokeHistory {
  let strokes: readonly Coordinates[] = [];
  let before: readonly (readonly Coordinates[])[] = [];

  function change(next: readonly Coordinates[]): void {
    before = [...before, strokes];
    strokes = next;
  }

  function reset(): void {
    strokes = [];
    before = [];
  }

  return {
    get strokes() {
      return strokes;
    },
    get canUndo() {
      return before.length > 0;
    },
    add: (stroke) => change([...strokes, stroke]),
    clear() {
      if (strokes.length > 0) change([]);
    },
    undo() {
      strokes = before.at(-1) ?? strokes;
      before = before.slice(0, -1);
    },
    reset,
    restore(earlier) {
      const all = [...earlier, ...strokes].slice(0, limit);
      reset();
      for (const stroke of all) change([...strokes, stroke]);
    },
  };
}
