import { expect, it } from 'vitest';
import { mountLazyDrawPads } from '../../../../src/lessons-runtime/panel/drawings/lazy-draw-pads.ts';

it('mountLazyDrawPads loads the drawings even if the progress recorder never opens', async () => {
  const page = { querySelectorAll: () => [] } as unknown as Document;
  let isOpening = false;
  const drawings = mountLazyDrawPads(page, 'en', () => {
    isOpening = true;
    return new Promise<void>(() => {});
  });
  expect(await drawings()).toEqual([]);
  expect(isOpening).toBe(true);
});
