import { describe, expect, it } from 'vitest';
import { openDrawings } from '../../../../src/lessons-runtime/host/drawings/drawings.ts';
import { createMemoryRecordStorage } from '../../../../src/lessons-runtime/progress/record/record-storage.ts';
import {
  createRecordStore,
  type StoreProblem,
} from '../../../../src/lessons-runtime/progress/record/record-store.ts';
import { drawingLimits } from '../../../../src/lessons-runtime/protocol/strokes.ts';
import { createMemoryRecord } from '../../../support/memory-record.ts';

const { perClass } = drawingLimits;
const names = ['butterfly', 'bee'];
const stroke = (number: number) => [`0,0 255,${number % 256}`, `${number >> 8},0`];
const strokesOf = (list: readonly { readonly strokes: readonly string[] }[]) =>
  list.map(({ strokes }) => strokes);

describe('the drawings of a pad', () => {
  it('are stored, in order, and loaded again', async () => {
    const record = createMemoryRecord();
    let time = 10;
    const drawings = await openDrawings(record, names, () => ++time);
    for (const number of [3, 1, 2]) expect(await drawings.add('bee', stroke(number))).toBe('added');
    const again = await openDrawings(record, ['bee', 'cat']);
    expect(strokesOf(again.of('bee'))).toEqual([stroke(3), stroke(1), stroke(2)]);
    expect(again.of('cat')).toEqual([]);
  });

  it('contain the same drawing once in a class, and may contain it in another', async () => {
    const drawings = await openDrawings(createMemoryRecord(), names);
    expect(await drawings.add('bee', stroke(1))).toBe('added');
    expect(await drawings.add('bee', stroke(1))).toBe('duplicate');
    expect(await drawings.add('butterfly', stroke(1))).toBe('added');
  });

  it('can be removed and restored in their place', async () => {
    let time = 0;
    const record = createMemoryRecord();
    const drawings = await openDrawings(record, names, () => ++time);
    for (const number of [1, 2, 3]) await drawings.add('bee', stroke(number));
    const [first, second] = drawings.of('bee');
    if (first === undefined || second === undefined) throw new Error('no drawings');
    await drawings.remove(second);
    await drawings.remove(first);
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(3)]);
    await drawings.undo();
    await drawings.undo();
    expect(drawings.canUndo).toBe(false);
    expect(strokesOf(drawings.of('bee'))).toEqual([1, 2, 3].map(stroke));
    expect(await record.load('drawings', 'bee')).toHaveLength(3);
  });

  it('are imported in one step: new ones are added, and the counts of the others are returned', async () => {
    const record = createMemoryRecord();
    const drawings = await openDrawings(record, names);
    await drawings.add('bee', stroke(1));
    const incoming = [
      { name: 'bee', drawings: [stroke(1), stroke(2), stroke(2), stroke(3)] },
      { name: 'butterfly', drawings: [stroke(9)] },
    ];
    expect(await drawings.addAll(incoming)).toEqual([
      { name: 'bee', added: 2, duplicates: 1, over: 0 },
      { name: 'butterfly', added: 1, duplicates: 0, over: 0 },
    ]);
    expect(await drawings.addAll(incoming)).toEqual([
      { name: 'bee', added: 0, duplicates: 3, over: 0 },
      { name: 'butterfly', added: 0, duplicates: 1, over: 0 },
    ]);
    expect(strokesOf(drawings.of('bee'))).toEqual([1, 2, 3].map(stroke));
    await drawings.undo();
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(1)]);
    expect(drawings.of('butterfly')).toEqual([]);
    expect(await record.load('drawings')).toHaveLength(1);
  });

  it('are all stored if they are added at the same time', async () => {
    const record = createMemoryRecord();
    const drawings = await openDrawings(record, names);
    const added = [1, 2, 2, 3].map((number) => drawings.add('bee', stroke(number)));
    expect(await Promise.all(added)).toEqual(['added', 'added', 'duplicate', 'added']);
    expect(drawings.of('bee')).toHaveLength(3);
    expect(await record.load('drawings', 'bee')).toHaveLength(3);
  });

  it('are at most 500 of a class', async () => {
    const drawings = await openDrawings(createMemoryRecord(), names);
    const many = Array.from({ length: perClass + 7 }, (_, number) => stroke(number));
    expect(await drawings.addAll([{ name: 'bee', drawings: many }])).toEqual([
      { name: 'bee', added: perClass, duplicates: 0, over: 7 },
    ]);
    expect(await drawings.add('bee', stroke(perClass + 50))).toBe('full');
    expect(drawings.of('bee')).toHaveLength(perClass);
  });

  it('revert only their own removals, if a page has two pads', async () => {
    const record = createMemoryRecord();
    const [one, other] = [await openDrawings(record, ['bee']), await openDrawings(record, ['butterfly'])];
    await one.add('bee', stroke(1));
    await other.add('butterfly', stroke(2));
    for (const drawing of other.of('butterfly')) await other.remove(drawing);
    expect([one.canUndo, other.canUndo]).toEqual([false, true]);
    await one.undo();
    expect(await record.load('drawings', 'butterfly')).toEqual([]);
  });

  it('are removed once if the button is pressed twice', async () => {
    const drawings = await openDrawings(createMemoryRecord(), names);
    await drawings.add('bee', stroke(1));
    const [drawing] = drawings.of('bee');
    if (drawing === undefined) throw new Error('no drawing');
    await Promise.all([drawings.remove(drawing), drawings.remove(drawing)]);
    await drawings.undo();
    expect(drawings.canUndo).toBe(false);
    expect(drawings.of('bee')).toHaveLength(1);
  });

  it('of another tab stay if an import that contains them is undone', async () => {
    const record = createMemoryRecord();
    const [mine, theirs] = [
      await openDrawings(record, names, () => 10),
      await openDrawings(record, names, () => 5),
    ];
    await theirs.add('bee', stroke(1));
    await mine.addAll([{ name: 'bee', drawings: [stroke(1), stroke(2)] }]);
    await mine.undo();
    expect(strokesOf(mine.of('bee'))).toEqual([stroke(1)]);
  });

  function createFullDevice() {
    const device = { isFull: true };
    const memory = createMemoryRecordStorage();
    const full = () => new DOMException('the device is full', 'QuotaExceededError');
    const record = createRecordStore({
      ...memory,
      transact: (mode, act) =>
        mode === 'readwrite' && device.isFull ? Promise.reject(full()) : memory.transact(mode, act),
    });
    return { device, record };
  }

  it('on a full device last as long as the page, and are stored once there is room', async () => {
    const { device, record } = createFullDevice();
    const problems: StoreProblem[] = [];
    record.onProblem((problem) => problems.push(problem));
    const drawings = await openDrawings(record, names);
    expect(await drawings.add('bee', stroke(1))).toBe('added');
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(1)]);
    expect(problems).toEqual([{ kind: 'full' }]);
    device.isFull = false;
    await drawings.add('butterfly', stroke(2));
    expect(await record.load('drawings')).toHaveLength(2);
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(1)]);
  });

  it('on a full device can be removed and restored, whether they are stored or not', async () => {
    const { device, record } = createFullDevice();
    device.isFull = false;
    let time = 0;
    const drawings = await openDrawings(record, names, () => ++time);
    await drawings.add('bee', stroke(1));
    device.isFull = true;
    await drawings.add('bee', stroke(2));
    for (const drawing of drawings.of('bee')) await drawings.remove(drawing);
    expect(drawings.of('bee')).toEqual([]);
    expect(drawings.canUndo).toBe(true);
    await drawings.undo();
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(2)]);
    device.isFull = false;
    await drawings.add('bee', stroke(3));
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(2), stroke(3)]);
    expect(strokesOf(await record.load('drawings', 'bee')).toSorted()).toEqual([stroke(2), stroke(3)]);
    await drawings.undo();
    expect(await record.load('drawings', 'bee')).toHaveLength(3);
  });

  it('are stored by an import even if their removal could not be stored before', async () => {
    const { device, record } = createFullDevice();
    device.isFull = false;
    const drawings = await openDrawings(record, names);
    await drawings.add('bee', stroke(1));
    device.isFull = true;
    for (const drawing of drawings.of('bee')) await drawings.remove(drawing);
    device.isFull = false;
    await drawings.addAll([{ name: 'bee', drawings: [stroke(1)] }]);
    await drawings.add('butterfly', stroke(2));
    expect(strokesOf(drawings.of('bee'))).toEqual([stroke(1)]);
    expect(await record.load('drawings', 'bee')).toHaveLength(1);
  });
});
