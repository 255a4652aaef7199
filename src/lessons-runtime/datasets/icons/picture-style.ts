import type { RandomSource } from '../labelled/seeded-random.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** How an icon is put into a picture. */
export interface PictureStyle {
  /** The background's colours at its upper left and its lower right corner, and evenly in between. */
  readonly background: readonly [from: Colour, to: Colour];
  /** Of icons without colours of their own. */
  readonly ink: Colour;
  /** Cosine and sine of the turn. */
  readonly turn: readonly [cosine: number, sine: number];
  /** 1 leaves the sprite as large as the picture. */
  readonly scale: number;
  /** To the right and down, in parts of the picture's side. */
  readonly shift: readonly [right: number, down: number];
  readonly mirrored: boolean;
}

const halfTurn = 0.1316525; // tangent of half of 15°

/**
 * Draws the look of a picture by lot: a pale background with dark ink, or, for half of the icons without colours of their
 * own, pale ink on a dark background, so that being dark says nothing about what is drawn. Turned by up to 15°, 0.85 to
 * 1.16 times the sprite, moved by up to a tenth, half of them mirrored.
 */
export function sampleStyle(chance: RandomSource, hasColours: boolean): PictureStyle {
  const isInverted = chance.flip() && !hasColours;
  const [hue, saturation] = [chance.between(0, 1), chance.between(0, 0.28)];
  const value = chance.between(0.82, 1);
  const other = Math.min(1, Math.max(0.78, value + chance.between(-0.08, 0.08)));
  const dark = [chance.between(0, 1), chance.between(0, 0.9), chance.between(0, 0.42)] as const;
  const background: PictureStyle['background'] = isInverted
    ? [rgb(...dark), rgb(dark[0], dark[1], dark[2] + 0.04)]
    : [rgb(hue, saturation, value), rgb(hue, saturation, other)];
  // Sine and cosine differ between engines in the last bit; these do not.
  const half = chance.between(-halfTurn, halfTurn);
  const whole = 1 + half * half;
  return {
    background,
    ink: isInverted ? rgb(hue, saturation, value) : rgb(...dark),
    turn: [(1 - half * half) / whole, (2 * half) / whole],
    scale: chance.between(0.85, 1.16),
    shift: [chance.between(-0.1, 0.1), chance.between(-0.1, 0.1)],
    mirrored: chance.flip(),
  };
}

/** From hue, saturation and value, each 0 to 1. */
function rgb(hue: number, saturation: number, value: number): Colour {
  const channel = (offset: number): number => {
    const place = (offset + hue * 6) % 6;
    return 255 * (value - value * saturation * Math.max(0, Math.min(place, 4 - place, 1)));
  };
  return [channel(5), channel(3), channel(1)];
}
