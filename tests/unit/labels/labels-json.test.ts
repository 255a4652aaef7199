import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatLabels } from '../../../tools/imagenet-labels/format-labels.ts';
import { parseLabels } from '../../../tools/imagenet-labels/parse-labels.ts';

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

const published = read('public/models/efficientnet-lite0@1/labels.json');
const labels = parseLabels(read('tools/imagenet-labels/labels.tsv'));

describe('labels.json', () => {
  it('is generated from labels.tsv', () => {
    expect(published).toBe(formatLabels(labels));
    expect(JSON.parse(published)).toEqual(labels);
  });

  it('has 118 dog breeds from the chihuahua to the xoloitzcuintle, as lesson 1 states', () => {
    const names = labels.map(({ es }) => es);
    expect(names.indexOf('xoloitzcuintle') - names.indexOf('chihuahua') + 1).toBe(118);
  });

  it('has no giraffe and no dahlia, as lesson 1 states', () => {
    for (const { en, es } of labels) {
      expect(`${en} ${es}`).not.toMatch(/\b(giraffe|jirafa|dahlia|dalia)\b/i);
    }
  });
});

describe('labels-origin.json', () => {
  it('names the origin, author and licence of each column', () => {
    const origin: unknown = JSON.parse(read('tools/imagenet-labels/labels-origin.json'));
    const column = {
      origin: expect.stringMatching(/.+/),
      author: expect.stringMatching(/.+/),
      licence: expect.stringMatching(/Apache-2\.0/),
    };
    expect(origin).toMatchObject({ file: 'labels.tsv', columns: { wnid: column, en: column, es: column } });
  });
});
