import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FetchBytes, FetchFailure } from '../../src/lessons-runtime/host/fetch-bytes.ts';
import { createTestLesson, errorOf, type TestLesson, valuesOf } from '../support/kernel-over-channel.ts';
import { stubPictureDecoder } from '../support/picture-decoder.ts';

vi.setConfig({ testTimeout: 30_000 });

let lesson: TestLesson;
const requested: string[] = [];
/** Paths of files that are served damaged. */
const damaged = new Set<string>();

const fetchBytes: FetchBytes = async (url, { subject, onProgress }) => {
  const path = url.replace('/site/', '');
  requested.push(path);
  const file = fileURLToPath(new URL(`../../public/${path}`, import.meta.url));
  const bytes = await readFile(file).catch(() => {
    throw new FetchFailure({ code: 'file-missing', subject });
  });
  onProgress?.({ loaded: bytes.byteLength, total: bytes.byteLength });
  return damaged.has(path) ? new Uint8Array(3).buffer : new Uint8Array(bytes).buffer;
};

beforeEach(() => {
  stubPictureDecoder();
  requested.length = 0;
  damaged.clear();
  lesson = createTestLesson({ fetchBytes });
});
afterEach(() => {
  lesson.close();
  vi.unstubAllGlobals();
});

/** A cell that loads a data set and returns the shapes of its parts. */
const shapes = (call: string, parts = 'train,validation,test') =>
  `import { ${call.split('(')[0]} } from 'deshielo';
const data = await ${call};
'${parts}'.split(',').map((part) => data[part].xs.shape.join('×')).join(' ') + ' ' + data.classNames`;

describe('a cell that loads a data set', () => {
  it('gets photos of the named classes, and fetches no others', async () => {
    const state = await lesson.run(
      shapes("photoDataset(['desert', 'city'], { numExamples: 4, imageSize: 24 })"),
    );
    expect(valuesOf(state)).toEqual(['"8×24×24×3 10×24×24×3 16×24×24×3 desert,city"']);
    expect(requested.toSorted()).toEqual([
      'datasets/photos@1/city-share-alike.bin',
      'datasets/photos@1/city.bin',
      'datasets/photos@1/desert-share-alike.bin',
      'datasets/photos@1/desert.bin',
      'datasets/photos@1/photos.json',
    ]);
  });

  it('gets drawings of the named classes, and fetches no others', async () => {
    const state = await lesson.run(shapes("drawingDataset(['butterfly', 'bee'], { numExamples: 5 })"));
    expect(valuesOf(state)).toEqual(['"10×32×32×3 40×32×32×3 60×32×32×3 butterfly,bee"']);
    expect(requested.toSorted()).toEqual([
      'datasets/drawings@1/bee.webp',
      'datasets/drawings@1/butterfly.webp',
      'datasets/drawings@1/drawings.json',
    ]);
  });

  it('gets icons in two parts, or in three with the option test', async () => {
    const two = await lesson.run(
      shapes("iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 1 })", 'train,validation'),
    );
    expect(valuesOf(two)).toEqual(['"4×64×64×3 124×64×64×3 butterfly,bee"']);
    const three = await lesson.run(
      shapes("iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 1, test: true })"),
      'b',
    );
    expect(valuesOf(three)).toEqual([
      expect.stringMatching(/^"4×64×64×3 \d+×64×64×3 \d+×64×64×3 butterfly,bee"$/),
    ]);
  });

  it('does not fetch again what an earlier cell fetched', async () => {
    await lesson.run(shapes("drawingDataset(['cat', 'dog'], { numExamples: 1 })"));
    const fetched = requested.length;
    await lesson.run("await drawingDataset(['dog', 'cat'], { numExamples: 3, split: 2 })", 'b');
    expect(requested).toHaveLength(fetched);
  });

  it('fails with an error and advice for an unknown class', async () => {
    const state = await lesson.run(shapes("photoDataset(['water', 'montaña'])"));
    const { name, what, advice } = errorOf(state);
    expect(name).toBe('DatasetError');
    expect(what).toContain('montaña');
    expect(advice).toContain("'mountain'");
  });

  it('fails with the name of a damaged file', async () => {
    damaged.add('datasets/photos@1/city.bin');
    const state = await lesson.run(shapes("photoDataset(['desert', 'city'], { numExamples: 1 })"));
    expect(errorOf(state).what).toContain('datasets/photos@1/city.bin');
  });
});
