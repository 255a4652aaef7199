import { expect, it } from 'vitest';
import { centreCrop } from '../../../src/lessons-runtime/shared/resized-pixels.ts';

it.each([
  ['a wide picture', [640, 480], [96, 96], { left: 80, top: 0, width: 480, height: 480 }],
  ['a tall picture', [480, 640], [96, 96], { left: 0, top: 80, width: 480, height: 480 }],
  ['a picture smaller than the result', [40, 20], [96, 96], { left: 10, top: 0, width: 20, height: 20 }],
  [
    'a result that is wider than the picture',
    [100, 100],
    [4, 2],
    { left: 0, top: 25, width: 100, height: 50 },
  ],
  ['a picture of the same ratio', [64, 32], [128, 64], { left: 0, top: 0, width: 64, height: 32 }],
] as const)('crops %s around its centre', (_, [width, height], [toWidth, toHeight], crop) => {
  expect(centreCrop({ width, height }, { width: toWidth, height: toHeight })).toEqual(crop);
});
