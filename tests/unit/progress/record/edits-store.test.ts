import { expect, it } from 'vitest';
import { createEditsStore } from '../../../../src/lessons-runtime/progress/record/edits-store.ts';
import { createMemoryRecord } from '../../../support/memory-record.ts';

it('stores, replaces and removes edits of a lesson without affecting other lessons', async () => {
  const store = createEditsStore(createMemoryRecord());
  expect(await store.load('l')).toEqual(new Map());
  await store.save('l', 'a', '1');
  await store.save('l', 'b', '');
  await store.save('l', 'a', '2');
  await store.save('other', 'a', '3');
  expect(await store.load('l')).toEqual(
    new Map([
      ['a', '2'],
      ['b', ''],
    ]),
  );
  await store.remove('l', 'a');
  await store.remove('l', 'missing');
  await store.remove('nowhere', 'a');
  expect(await store.load('l')).toEqual(new Map([['b', '']]));
  expect(await store.load('other')).toEqual(new Map([['a', '3']]));
});

it('returns a copy that later edits do not change', async () => {
  const store = createEditsStore(createMemoryRecord());
  await store.save('l', 'a', '1');
  const loaded = await store.load('l');
  await store.save('l', 'a', '2');
  expect(loaded.get('a')).toBe('1');
});
