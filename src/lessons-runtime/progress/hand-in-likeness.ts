import type { VerifiedHandIn } from './hand-in-file.ts';
import { answerOf } from './item-outcome.ts';

/** What two hand-ins have in common that they should not have. */
export interface Likeness {
  /**
   * `file`: one and the same file. `tries`: `count` tries made at the same millisecond under another name: copied.
   * `code`: the same code in all `count` exercises that both solved.
   */
  readonly kind: 'file' | 'tries' | 'code';
  readonly name: string;
  readonly count: number;
}

/** In one exercise the same code is no sign of anything: many have but one right line. */
const fewestAlike = 2;

/** What each hand-in has in common with the others. */
export function findLikenesses(handIns: readonly VerifiedHandIn[]): readonly (readonly Likeness[])[] {
  const facts = handIns.map((handIn) => ({
    name: handIn.name,
    student: handIn.name.normalize('NFC').trim().toLowerCase(),
    digest: handIn.digest,
    tries: new Set(triesOf(handIn)),
    code: codeOf(handIn),
  }));
  return facts.map((own, place) => {
    const found = facts.flatMap((other, otherPlace): readonly Likeness[] => {
      if (place === otherPlace) return [];
      const { name } = other;
      if (own.digest === other.digest) return [{ kind: 'file', name, count: 1 }];
      // A student may hand in twice.
      if (own.student === other.student) return [];
      const tries = [...own.tries].filter((each) => other.tries.has(each)).length;
      if (tries > 0) return [{ kind: 'tries', name, count: tries }];
      const both = [...own.code].filter(([exercise]) => other.code.has(exercise));
      const isAlike = both.every(([exercise, code]) => other.code.get(exercise) === code);
      return isAlike && both.length >= fewestAlike ? [{ kind: 'code', name, count: both.length }] : [];
    });
    // Of one who is here twice it is said once.
    return [...new Map(found.map((likeness) => [JSON.stringify(likeness), likeness])).values()];
  });
}

function triesOf({ record }: VerifiedHandIn): readonly string[] {
  return record.items.flatMap(({ lesson, item, attempts }) =>
    attempts.map(({ at, answer }) => JSON.stringify([lesson, item, at, answer])),
  );
}

/** The code of each exercise that is solved, however it is spaced. */
function codeOf({ record }: VerifiedHandIn): ReadonlyMap<string, string> {
  return new Map(
    record.items.flatMap((item) => {
      const isSolved = item.attempts.some(({ verdict }) => verdict === 'correct');
      if (!isSolved || !item.item.startsWith('exercise/')) return [];
      return [[`${item.lesson}/${item.item}`, (answerOf(item) ?? '').replace(/\s+/g, ' ').trim()]];
    }),
  );
}
