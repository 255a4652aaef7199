import { expect, it } from 'vitest';
import { importsOf, markImported } from '../../../../src/lessons-runtime/progress/record/imported.ts';
import { mergeRecords } from '../../../../src/lessons-runtime/progress/record/merge-records.ts';
import { emptyWholeRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const imported = { at: 1_800_000_000_000, file: 'copy.json', seal: 'broken' } as const;

it('marks every try of a file that is not here already', () => {
  const [thaw, why] = sampleRecord.items;
  if (thaw === undefined || why === undefined) throw new Error('no items');
  const mine = { ...emptyWholeRecord, items: [{ ...thaw, attempts: thaw.attempts.slice(0, 1) }] };
  const taken = mergeRecords(mine, markImported(sampleRecord, mine, imported));
  expect(taken.items.map(({ attempts }) => attempts.map((attempt) => attempt.imported))).toEqual([
    [undefined, imported, imported],
    [imported],
  ]);
  expect(importsOf(taken)).toEqual([{ ...imported, attempts: 3 }]);
});

it('marks nothing of a copy that is brought back, and adds nothing', () => {
  const marked = markImported(sampleRecord, sampleRecord, imported);
  expect(marked).toEqual(sampleRecord);
  expect(mergeRecords(sampleRecord, marked)).toEqual(sampleRecord);
  expect(importsOf(sampleRecord)).toEqual([]);
});

it('does not believe what a file says of how its tries came in, and keeps what is known here', () => {
  const forged = markImported(sampleRecord, emptyWholeRecord, { ...imported, seal: 'fits' });
  const here = markImported(forged, emptyWholeRecord, imported);
  expect(importsOf(here)).toEqual([{ ...imported, attempts: 4 }]);
  const again = mergeRecords(here, markImported(forged, here, { ...imported, at: imported.at + 1 }));
  expect(importsOf(again)).toEqual([{ ...imported, attempts: 4 }]);
});
