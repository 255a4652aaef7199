import * as v from 'valibot';
import { type InputKind, inputKinds } from '../../lesson/cell-names.ts';
import { codeTokens } from '../../lesson/code-tokens.ts';
import { textDigest } from '../../shared/text-digest.ts';

/** The current contents of the page's inputs by kind: short texts that differ if the contents do. An unknown one is absent. */
export type InputContents = Readonly<Partial<Record<InputKind, string>>>;

/** What the outputs of a cell's run depend on. It is stored with them. */
export interface RunFacts {
  /** The digest of its code (`codeDigest`). */
  readonly code: string;
  /** The contents of the inputs that it read. */
  readonly inputs: InputContents;
  /** The worker's seed, if the run drew random numbers. */
  readonly seed: number | null;
  /** The fingerprints that the last runs of the cells on which it depends had then, by cell. */
  readonly bases: Readonly<Record<string, string>>;
}

const digest = v.pipe(v.string(), v.maxLength(100));

/** Parses stored facts. */
export const runFactsSchema: v.GenericSchema<unknown, RunFacts> = v.object({
  code: digest,
  inputs: v.object({
    photo: v.exactOptional(digest),
    classes: v.exactOptional(digest),
    drawings: v.exactOptional(digest),
  }),
  seed: v.nullable(v.number()),
  bases: v.record(v.string(), digest),
});

/** Why a cell's outputs are stale. `cell` is an earlier cell that was run with something else, or is stale itself. */
export type StaleReason =
  | { readonly kind: 'code' | 'seed' | InputKind }
  | { readonly kind: 'cell'; readonly cell: string };

/** Returns the digest of a cell's code. Comments and layout do not count: the languages of a lesson differ in comments. */
export function codeDigest(source: string): string {
  return textDigest(codeTokens(source).join('\n'));
}

/** Returns a text that is the same for two runs if their outputs depend on the same. */
export function fingerprint({ code, inputs, seed, bases }: RunFacts): string {
  const sorted = Object.entries(bases).sort(([a], [b]) => (a < b ? -1 : 1));
  return textDigest(JSON.stringify([code, inputKinds.map((kind) => inputs[kind] ?? null), seed, sorted]));
}

/** The current state of a lesson, as far as outputs depend on it. */
export interface CurrentState {
  /** The digest of a cell's current code; `null` if there is no such cell. */
  readonly code: (cell: string) => string | null;
  readonly inputs: InputContents;
  readonly seed: number;
}

/**
 * Finds the cells whose outputs are from before a change, with the reason.
 * @param runs the facts of each cell's last run
 */
export function findStale(
  runs: ReadonlyMap<string, RunFacts>,
  current: CurrentState,
): ReadonlyMap<string, StaleReason> {
  const reasons = new Map<string, StaleReason | null>();

  function reasonOf(cell: string, facts: RunFacts): StaleReason | null {
    const known = reasons.get(cell);
    if (known !== undefined) return known;
    // Cells may depend on each other.
    reasons.set(cell, null);
    const reason = findReason(cell, facts);
    reasons.set(cell, reason);
    return reason;
  }

  function findReason(cell: string, facts: RunFacts): StaleReason | null {
    if (facts.code !== current.code(cell)) return { kind: 'code' };
    for (const kind of inputKinds) {
      const [then, now] = [facts.inputs[kind], current.inputs[kind]];
      if (then !== undefined && now !== undefined && then !== now) return { kind };
    }
    if (facts.seed !== null && facts.seed !== current.seed) return { kind: 'seed' };
    for (const [base, then] of Object.entries(facts.bases)) {
      const run = runs.get(base);
      if (run === undefined) continue;
      if (fingerprint(run) !== then || reasonOf(base, run) !== null) return { kind: 'cell', cell: base };
    }
    return null;
  }

  return new Map(
    [...runs].flatMap(([cell, facts]) => {
      const reason = reasonOf(cell, facts);
      return reason === null ? [] : [[cell, reason] as const];
    }),
  );
}
