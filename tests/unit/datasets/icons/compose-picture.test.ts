import { describe, expect, it } from 'vitest';
import { composePicture } from '../../../../src/lessons-runtime/datasets/icons/compose-picture.ts';
import { composePictures } from '../../../../src/lessons-runtime/datasets/icons/compose-pictures.ts';
import {
  type PictureStyle,
  sampleStyle,
} from '../../../../src/lessons-runtime/datasets/icons/picture-style.ts';
import { createSeededRandom } from '../../../../src/lessons-runtime/datasets/labelled/seeded-random.ts';

const side = 8;
const plain: PictureStyle = {
  background: [
    [200, 210, 220],
    [200, 210, 220],
  ],
  ink: [10, 20, 30],
  rotation: [1, 0],
  scale: 1,
  shift: [0, 0],
  mirrored: false,
};

/** Creates a sprite with one pixel, in the second column of the third row. */
function dot(alpha = 255): { readonly shape: Uint8Array; readonly colours: null } {
  const shape = new Uint8Array(side * side);
  shape[2 * side + 1] = alpha;
  return { shape, colours: null };
}

function pixel(picture: Uint8Array, x: number, y: number): number[] {
  return [...picture.subarray(3 * (y * side + x), 3 * (y * side + x) + 3)];
}

function compose(
  style: Partial<PictureStyle>,
  sprite: Parameters<typeof composePicture>[0] = dot(),
): Uint8Array {
  const picture = new Uint8Array(side * side * 3);
  composePicture(sprite, side, { ...plain, ...style }, picture);
  return picture;
}

describe('composePicture', () => {
  it('draws the sprite in ink on the background', () => {
    const picture = compose({});
    expect(pixel(picture, 1, 2)).toEqual([10, 20, 30]);
    expect(pixel(picture, 2, 2)).toEqual([200, 210, 220]);
    expect(pixel(picture, 1, 3)).toEqual([200, 210, 220]);
  });

  it('blends transparent pixels with the background', () => {
    expect(pixel(compose({}, dot(51)), 1, 2)).toEqual([162, 172, 182]);
  });

  it('draws a sprite in its own colours if it has some', () => {
    const { shape } = dot();
    const colours = new Uint8Array(3 * side * side);
    colours.set([250, 100, 50], 3 * (2 * side + 1));
    expect(pixel(compose({}, { shape, colours }), 1, 2)).toEqual([250, 100, 50]);
  });

  it('mirrors, shifts, and rotates clockwise', () => {
    expect(pixel(compose({ mirrored: true }), 6, 2)).toEqual([10, 20, 30]);
    expect(pixel(compose({ shift: [0.25, 0.125] }), 3, 3)).toEqual([10, 20, 30]);
    expect(pixel(compose({ rotation: [0, 1] }), 5, 1)).toEqual([10, 20, 30]);
  });

  it('scales around the centre', () => {
    const shape = new Uint8Array(side * side)
      .fill(255, 3 * side + 3, 3 * side + 5)
      .fill(255, 4 * side + 3, 4 * side + 5);
    const ink = (scale: number) => {
      const picture = compose({ scale }, { shape, colours: null });
      return picture.filter((value) => value < 100).length / 3;
    };
    expect(ink(1)).toBe(4);
    expect(ink(2)).toBeGreaterThan(12);
    expect(ink(2)).toBeLessThan(20);
  });

  it('draws the background as a gradient from corner to corner', () => {
    const background = [
      [0, 0, 0],
      [210, 210, 210],
    ] as const;
    const picture = compose({ background }, dot(0));
    expect([pixel(picture, 0, 0)[0], pixel(picture, 7, 0)[0], pixel(picture, 7, 7)[0]]).toEqual([
      0, 105, 210,
    ]);
  });
});

describe('sampleStyle', () => {
  const styles = Array.from({ length: 400 }, (_, seed) =>
    sampleStyle(createSeededRandom(`look ${seed}`), false),
  );
  const light = ([red, green, blue]: readonly [number, number, number]) => (red + green + blue) / 765;

  it('is light on dark for half of the icons without colours', () => {
    const inverted = styles.filter(({ ink, background }) => light(ink) > light(background[0]));
    expect(inverted.length).toBeGreaterThan(150);
    expect(inverted.length).toBeLessThan(250);
  });

  it('always has a contrast between ink and background', () => {
    for (const { ink, background } of styles)
      expect(Math.abs(light(ink) - light(background[0]))).toBeGreaterThan(0.2);
  });

  it('has only pale backgrounds for icons with colours', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { background } = sampleStyle(createSeededRandom(`colour ${seed}`), true);
      expect(Math.min(light(background[0]), light(background[1]))).toBeGreaterThan(0.55);
    }
  });

  it('rotates by at most 15 degrees, without scaling', () => {
    for (const { rotation } of styles) {
      expect(Math.abs(Math.atan2(rotation[1], rotation[0]))).toBeLessThan((15.001 * Math.PI) / 180);
      expect(Math.hypot(...rotation)).toBeCloseTo(1, 12);
    }
  });
});

describe('composePictures', () => {
  const source = (id: string, copy: number) => ({ id, copy, sprite: dot() });
  const size = side * side * 3;

  it('composes the same picture for the same icon, copy and seed, independently of other pictures', () => {
    const alone = composePictures([source('b', 1)], side, 'seed');
    const among = composePictures([source('a', 0), source('b', 1), source('c', 0)], side, 'seed');
    expect(among.slice(size, 2 * size)).toEqual(alone);
  });

  it('composes different pictures for different icons, copies or seeds', () => {
    const pictures = [
      composePictures([source('a', 0)], side, 'seed'),
      composePictures([source('b', 0)], side, 'seed'),
      composePictures([source('a', 1)], side, 'seed'),
      composePictures([source('a', 0)], side, 'other'),
    ];
    expect(new Set(pictures.map(String)).size).toBe(4);
  });
});
