import { expect, it } from 'vitest';
import { importsOf, markImported } from '../../../../src/lessons-runtime/progress/record/imported.ts';
import { mergeRecords } from '../../../../src/lessons-runtime/progress/record/merge-records.ts';
import { emptyRecord } from '../../../../src/lessons-runtime/progress/record/record-tables.ts';
import { sampleRecord } from '../../../support/sample-record.ts';

const imported = { at: 1_800_000_000_000, file: 'copy.json', seal: 'broken' } as const;

it('marks the attempts of a file that the record does not have', () => {
  const [thaw, why] = sampleRecord.items;
  if (thaw === undefined || why === undefined) throw new Error('no items');
  const mine = { ...emptyRecord, items: [{ ...thaw, attempts: thaw.attempts.slice(0, 1) }] };
  const merged = mergeRecords(mine, markImported(sampleRecord, mine, imported));
  expect(merged.items.map(({ attempts }) => attempts.map((attempt) => attempt.imported))).toEqual([
    [undefined, imported, imported],
    [imported],
  ]);
  expect(importsOf(merged)).toEqual([{ ...imported, attempts: 3 }]);
});

it('marks and adds nothing when importing a backup of the same record', () => {
  const marked = markImported(sampleRecord, sampleRecord, imported);
  expect(marked).toEqual(sampleRecord);
  expect(mergeRecords(sampleRecord, marked)).toEqual(sampleRecord);
  expect(importsOf(sampleRecord)).toEqual([]);
});

it('ignores the marks in a file and keeps those of the record', () => {
  const forged = markImported(sampleRecord, emptyRecord, { ...imported, seal: 'fits' });
  const mine = markImported(forged, emptyRecord, imported);
  expect(importsOf(mine)).toEqual([{ ...imported, attempts: 4 }]);
  const again = mergeRecords(mine, markImported(forged, mine, { ...imported, at: imported.at + 1 }));
  expect(importsOf(again)).toEqual([{ ...imported, attempts: 4 }]);
});
