import { describe, expect, it } from 'vitest';
import { parseIconManifest } from '../../../../src/lessons-runtime/datasets/icons/parse-icon-manifest.ts';
import { readSprites } from '../../../../src/lessons-runtime/datasets/icons/read-sprites.ts';
import { ManifestError } from '../../../../src/lessons-runtime/datasets/manifest-field.ts';

const set = {
  id: 'ph',
  title: 'Phosphor',
  author: 'Phosphor Icons',
  family: 'phosphor-icons',
  licence: 'MIT',
  licenceUrl: 'https://example.org/mit',
  url: 'https://example.org/phosphor',
  origin: { package: 'some-package', version: '1' },
};
const cat = {
  name: 'cat',
  title: { es: 'gato', en: 'cat' },
  shapes: { file: 'cat-shapes.webp', bytes: 100 },
  colours: { file: 'cat-colours.webp', bytes: 200 },
  icons: [
    { id: 'ph:cat', set: 'ph', place: 0, colour: null },
    { id: 'ph:cat-duotone', set: 'ph', place: 1, colour: 0 },
  ],
};
const manifest = {
  id: 'icons@1',
  changes: { es: 'recortados', en: 'cropped' },
  limits: [{ es: 'pocos', en: 'few' }],
  side: 2,
  columns: 2,
  sets: [set],
  classes: [cat],
};

function messageOf(value: unknown): string {
  try {
    parseIconManifest(value);
  } catch (error) {
    if (error instanceof ManifestError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('parseIconManifest', () => {
  it('returns the manifest without unknown fields', () => {
    expect(parseIconManifest({ ...manifest, extra: 1, classes: [{ ...cat, extra: 2 }] })).toEqual(manifest);
  });

  it.each([
    [
      'an icon of an unknown set',
      { icons: [{ ...cat.icons[0], set: 'tabler' }] },
      'classes[0].icons[0].set: expected a set of this manifest, found "tabler"',
    ],
    [
      'icons that are not in order',
      { icons: [cat.icons[1]] },
      'classes[0].icons[0].place: expected an integer from 0 to 0, found 1',
    ],
    [
      'a colour in a class without colours',
      { colours: null },
      'classes[0].icons[1].colour: expected null, since the class has no colours, found 0',
    ],
    [
      'a sheet outside of the folder',
      { shapes: { file: '../x.webp', bytes: 1 } },
      'classes[0].shapes.file: expected a path such as "bee-shapes.webp", found "../x.webp"',
    ],
    [
      'a title that lacks a language',
      { title: { es: 'gato' } },
      'classes[0].title.en: expected a text that is not blank, found nothing',
    ],
  ])('names the field of %s', (_, change, message) => {
    expect(messageOf({ ...manifest, classes: [{ ...cat, ...change }] })).toBe(`icons.json: ${message}`);
  });

  it('accepts a manifest without limits', () => {
    const { limits: _, ...older } = manifest;
    expect(parseIconManifest(older).limits).toEqual([]);
  });

  it('throws on a set without a licence', () => {
    expect(messageOf({ ...manifest, sets: [{ ...set, licence: '' }] })).toContain(
      'sets[0].licence: expected',
    );
  });
});

describe('readSprites', () => {
  const parsed = parseIconManifest(manifest);
  const [iconClass] = parsed.classes;
  if (iconClass === undefined) throw new Error('a class was expected');
  /** Creates a sheet in which each pixel's red is its index, with green 50 and blue 100 higher. */
  const sheet = (width: number, height: number) => ({
    width,
    height,
    data: Uint8Array.from({ length: 4 * width * height }, (_, at) =>
      at % 4 === 3 ? 255 : (at >> 2) + 50 * (at % 4),
    ),
  });

  it('reads the shape and the colours of each icon', async () => {
    const icons = await readSprites(parsed, iconClass, async () => sheet(4, 2));
    expect(icons.map(({ id, group }) => [id, group])).toEqual([
      ['ph:cat', 'phosphor-icons'],
      ['ph:cat-duotone', 'phosphor-icons'],
    ]);
    expect(icons.map(({ sprite }) => [...sprite.shape])).toEqual([
      [0, 1, 4, 5],
      [2, 3, 6, 7],
    ]);
    expect(icons[0]?.sprite.colours).toBeNull();
    expect([...(icons[1]?.sprite.colours ?? [])]).toEqual([0, 50, 100, 1, 51, 101, 4, 54, 104, 5, 55, 105]);
  });

  it('throws if a sheet is too small', async () => {
    await expect(readSprites(parsed, iconClass, async () => sheet(2, 2))).rejects.toThrow('no sprite 1');
  });
});
