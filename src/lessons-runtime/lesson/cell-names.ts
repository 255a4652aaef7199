/** What a learner can change on the page that cells read: the chosen photo, their own photo classes, and their drawings. */
export const inputKinds = ['photo', 'classes', 'drawings'] as const;
export type InputKind = (typeof inputKinds)[number];

/** The names that a cell shares with the other cells of its lesson, found without running it (`compile/cell-names.ts`). */
export interface CellNames {
  /** The names that it declares, without its imports. */
  readonly declares: readonly string[];
  /** The names that it imports, which other cells can use too. */
  readonly imports: readonly string[];
  /** The names that it uses but does not declare. Many are globals: `console`. */
  readonly uses: readonly string[];
  /** Those of `uses` that it uses while it runs, and not only within a function that may be called later. */
  readonly usesNow: readonly string[];
  /** The names of other cells whose values it changes while it runs: by assignment, or in place as `model.fit(…)` does. */
  readonly changes: readonly string[];
  /** What it reads from the page. */
  readonly inputs: readonly InputKind[];
}
