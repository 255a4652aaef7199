import type { Coordinates } from '../../protocol/strokes.ts';

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
}

export function createStrokeHistory(): StrokeHistory {
  let strokes: readonly Coordinates[] = [];
  let before: readonly (readonly Coordinates[])[] = [];

  function change(next: readonly Coordinates[]): void {
    before = [...before, strokes];
    strokes = next;
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
    reset() {
      strokes = [];
      before = [];
    },
  };
}
