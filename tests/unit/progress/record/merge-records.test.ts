import { describe, expect, it } from 'vitest';
import { mergeRecords } from '../../../../src/lessons-runtime/progress/record/merge-records.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import type { RecordTables } from '../../../../src/lessons-runtime/progress/record/record-types.ts';
import { createRun } from '../../../support/logged-runs.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const merged = (changes: Partial<RecordTables>, others: Partial<RecordTables>) =>
  mergeRecords({ ...emptyRecord, ...changes }, { ...emptyRecord, ...others });

describe('mergeRecords', () => {
  it('returns the other record for an empty one, and changes nothing the second time', () => {
    const once = mergeRecords(emptyRecord, sampleRecord);
    expect(once).toEqual(sampleRecord);
    expect(mergeRecords(once, sampleRecord)).toEqual(sampleRecord);
    expect(mergeRecords(sampleRecord, emptyRecord)).toEqual(sampleRecord);
  });

  it('keeps the newer edit', () => {
    const edit = { lesson: 'a', cell: 'x', source: 'old', at: 1 };
    const newer = { ...edit, source: 'new', at: 2 };
    expect(merged({ edits: [edit] }, { edits: [newer] }).edits).toEqual([newer]);
    expect(merged({ edits: [newer] }, { edits: [edit] }).edits).toEqual([newer]);
  });

  it('keeps each attempt once, in order, and the greater number of hints', () => {
    const [item] = sampleRecord.items;
    if (item === undefined) throw new Error('no item');
    const [first, second] = item.attempts;
    if (first === undefined || second === undefined) throw new Error('no attempts');
    const elsewhere = { ...first, at: first.at + 500 };
    const { items } = merged(
      { items: [{ ...item, attempts: [second], hints: 2 }] },
      { items: [{ ...item, attempts: [first, elsewhere, second], isSolutionSeen: true }] },
    );
    expect(items).toEqual([
      { ...item, attempts: [first, elsewhere, second], hints: 2, isSolutionSeen: true },
    ]);
  });

  it('keeps the newer bet, unless a later attempt decided it', () => {
    const item = { lesson: 'a', item: 'quiz/b/c', attempts: [], hints: 0, isSolutionSeen: false };
    const bet = (at: number) => ({ at, answer: `[${at}]`, isAfterTraining: false });
    const decided = {
      at: 3,
      answer: '[2]',
      verdict: 'correct',
      stage: 'before-training',
      message: '',
    } as const;
    const betOf = (mine: object, theirs: object) =>
      merged({ items: [{ ...item, ...mine }] }, { items: [{ ...item, ...theirs }] }).items[0]?.bet?.at;
    expect(betOf({ bet: bet(1) }, { bet: bet(2) })).toBe(2);
    expect(betOf({ bet: bet(2) }, { bet: bet(1) })).toBe(2);
    expect(betOf({}, { bet: bet(2) })).toBe(2);
    expect(betOf({ bet: bet(2) }, { attempts: [decided] })).toBeUndefined();
    expect(betOf({ bet: bet(4) }, { attempts: [decided] })).toBe(4);
  });

  it('matches trainings by cell and time, renumbers conflicting ones, and keeps notes', () => {
    const mine = { ...createRun({ at: 10 }), number: 1 };
    const same = { ...createRun({ at: 10, note: 'fits' }), number: 7 };
    const other = { ...createRun({ at: 20 }), number: 1 };
    const result = merged(
      { runs: [mine], learner: [{ name: '', lastRun: 5 }] },
      { runs: [same, other], learner: [{ name: 'Ana', lastRun: 7 }] },
    );
    expect(result.runs.map(({ number, note, at }) => [number, note, at])).toEqual([
      [1, 'fits', 10],
      [8, '', 20],
    ]);
    expect(result.learner).toEqual([{ name: 'Ana', lastRun: 8 }]);
  });
});
