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
  turn: [1, 0],
  scale: 1,
  shift: [0, 0],
  mirrored: false,
};

/** A dot in the second column of the third row. */
function dot(cover = 255): { readonly shape: Uint8Array; readonly colours: null } {
  const shape = new Uint8Array(side * side);
  shape[2 * side + 1] = cover;
  return { shape, colours: null };
}

function pixel(picture: Uint8Array, x: number, y: number): number[] {
  return [...picture.subarray(3 * (y * side + x), 3 * (y * side + x) + 3)];
}

function composed(
  look: Partial<PictureStyle>,
  sprite: Parameters<typeof composePicture>[0] = dot(),
): Uint8Array {
  const picture = new Uint8Array(side * side * 3);
  composePicture(sprite, side, { ...plain, ...look }, picture);
  return picture;
}

describe('composePicture', () => {
  it('puts ink where the sprite is and background where it is not', () => {
    const picture = composed({});
    expect(pixel(picture, 1, 2)).toEqual([10, 20, 30]);
    expect(pixel(picture, 2, 2)).toEqual([200, 210, 220]);
    expect(pixel(picture, 1, 3)).toEqual([200, 210, 220]);
  });

  it('lets the background through where the sprite covers half', () => {
    expect(pixel(composed({}, dot(51)), 1, 2)).toEqual([162, 172, 182]);
  });

  it('uses the colours of a sprite that has some', () => {
    const { shape } = dot();
    const colours = new Uint8Array(3 * side * side);
    colours.set([250, 100, 50], 3 * (2 * side + 1));
    expect(pixel(composed({}, { shape, colours }), 1, 2)).toEqual([250, 100, 50]);
  });

  it('mirrors, moves, and turns clockwise', () => {
    expect(pixel(composed({ mirrored: true }), 6, 2)).toEqual([10, 20, 30]);
    expect(pixel(composed({ shift: [0.25, 0.125] }), 3, 3)).toEqual([10, 20, 30]);
    expect(pixel(composed({ turn: [0, 1] }), 5, 1)).toEqual([10, 20, 30]);
  });

  it('magnifies about the middle', () => {
    const shape = new Uint8Array(side * side)
      .fill(255, 3 * side + 3, 3 * side + 5)
      .fill(255, 4 * side + 3, 4 * side + 5);
    const ink = (scale: number) => {
      const picture = composed({ scale }, { shape, colours: null });
      return picture.filter((value) => value < 100).length / 3;
    };
    expect(ink(1)).toBe(4);
    expect(ink(2)).toBeGreaterThan(12);
    expect(ink(2)).toBeLessThan(20);
  });

  it('runs the background from corner to corner', () => {
    const background = [
      [0, 0, 0],
      [210, 210, 210],
    ] as const;
    const picture = composed({ background }, dot(0));
    expect([pixel(picture, 0, 0)[0], pixel(picture, 7, 0)[0], pixel(picture, 7, 7)[0]]).toEqual([
      0, 105, 210,
    ]);
  });
});

describe('drawLook', () => {
  const looks = Array.from({ length: 400 }, (_, seed) =>
    sampleStyle(createSeededRandom(`look ${seed}`), false),
  );
  const light = ([red, green, blue]: readonly [number, number, number]) => (red + green + blue) / 765;

  it('draws half of the icons without colours light on dark', () => {
    const inverted = looks.filter(({ ink, background }) => light(ink) > light(background[0]));
    expect(inverted.length).toBeGreaterThan(150);
    expect(inverted.length).toBeLessThan(250);
  });

  it('always lets ink and background differ', () => {
    for (const { ink, background } of looks)
      expect(Math.abs(light(ink) - light(background[0]))).toBeGreaterThan(0.2);
  });

  it('puts icons with colours on pale backgrounds only', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { background } = sampleStyle(createSeededRandom(`colour ${seed}`), true);
      expect(Math.min(light(background[0]), light(background[1]))).toBeGreaterThan(0.55);
    }
  });

  it('turns by at most 15 degrees and changes no size by turning', () => {
    for (const { turn } of looks) {
      expect(Math.abs(Math.atan2(turn[1], turn[0]))).toBeLessThan((15.001 * Math.PI) / 180);
      expect(Math.hypot(...turn)).toBeCloseTo(1, 12);
    }
  });
});

describe('composePictures', () => {
  const order = (id: string, copy: number) => ({ id, copy, sprite: dot() });
  const size = side * side * 3;

  it('makes the same picture of the same icon, copy and seed, whatever else is made', () => {
    const alone = composePictures([order('b', 1)], side, 'seed');
    const among = composePictures([order('a', 0), order('b', 1), order('c', 0)], side, 'seed');
    expect(among.slice(size, 2 * size)).toEqual(alone);
  });

  it('makes another one of another icon, copy or seed', () => {
    const pictures = [
      composePictures([order('a', 0)], side, 'seed'),
      composePictures([order('b', 0)], side, 'seed'),
      composePictures([order('a', 1)], side, 'seed'),
      composePictures([order('a', 0)], side, 'other'),
    ];
    expect(new Set(pictures.map(String)).size).toBe(4);
  });
});
