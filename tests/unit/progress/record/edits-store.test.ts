import { expect, it } from 'vitest';
import { createEditsStore } from '../../../../src/lessons-runtime/progress/record/edits-store.ts';
import { createMemoryRecord } from '../../../support/memory-record.ts';

it('stores, replaces and removes edits of a lesson without affecting other lessons', async () => {
  const store = createEditsStore(createMemoryRecord());
  expect(await store.load('l')).toEqual(new Map());
  await store.save('l', 'a', { source: '1' });
  await store.save('l', 'b', { source: '' });
  await store.save('l', 'a', { source: '2' });
  await store.save('other', 'a', { source: '3' });
  expect(await store.load('l')).toEqual(
    new Map([
      ['a', { source: '2' }],
      ['b', { source: '' }],
    ]),
  );
  await store.remove('l', 'a');
  await store.remove('l', 'missing');
  await store.remove('nowhere', 'a');
  expect(await store.load('l')).toEqual(new Map([['b', { source: '' }]]));
  expect(await store.load('other')).toEqual(new Map([['a', { source: '3' }]]));
});

it('returns a copy that later edits do not change', async () => {
  const store = createEditsStore(createMemoryRecord());
  await store.save('l', 'a', { source: '1' });
  const loaded = await store.load('l');
  await store.save('l', 'a', { source: '2' });
  expect(loaded.get('a')?.source).toBe('1');
});

it('stores from which code of the author an edit began', async () => {
  const store = createEditsStore(createMemoryRecord());
  await store.save('l', 'a', { source: '1', authored: 'digest' });
  expect(await store.load('l')).toEqual(new Map([['a', { source: '1', authored: 'digest' }]]));
});
