import type { RandomSource } from '../labelled/seeded-random.ts';

/** Red, green and blue, 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** How an icon is drawn into a picture. */
export interface PictureStyle {
  /** The colours of a linear gradient from the upper left to the lower right corner. */
  readonly background: readonly [from: Colour, to: Colour];
  /** The colour of icons without colours of their own. */
  readonly ink: Colour;
  /** Cosine and sine of the clockwise rotation. */
  readonly rotation: readonly [cosine: number, sine: number];
  /** At 1 the sprite is as large as the picture. */
  readonly scale: number;
  /** As shares of the picture's side. */
  readonly shift: readonly [right: number, down: number];
  readonly mirrored: boolean;
}

/** The tangent of half of 15°. */
const maxHalfTangent = 0.1316525;

/**
 * Draws a random style: a pale background with dark ink or, for half of the icons without colours of their own, pale ink on a
 * dark background, so that brightness carries no information about the class. Rotates by up to 15°, scales by 0.85 to 1.16,
 * shifts by up to a tenth, and mirrors half of the pictures.
 */
export function sampleStyle(random: RandomSource, hasColours: boolean): PictureStyle {
  const isInverted = random.flip() && !hasColours;
  const [hue, saturation] = [random.between(0, 1), random.between(0, 0.28)];
  const value = random.between(0.82, 1);
  const otherValue = Math.min(1, Math.max(0.78, value + random.between(-0.08, 0.08)));
  const dark = [random.between(0, 1), random.between(0, 0.9), random.between(0, 0.42)] as const;
  const background: PictureStyle['background'] = isInverted
    ? [rgb(...dark), rgb(dark[0], dark[1], dark[2] + 0.04)]
    : [rgb(hue, saturation, value), rgb(hue, saturation, otherValue)];
  // Cosine and sine by the half-angle formulas, because engines differ in the last bit of `Math.cos` and `Math.sin`.
  const tangent = random.between(-maxHalfTangent, maxHalfTangent);
  const denominator = 1 + tangent * tangent;
  return {
    background,
    ink: isInverted ? rgb(hue, saturation, value) : rgb(...dark),
    rotation: [(1 - tangent * tangent) / denominator, (2 * tangent) / denominator],
    scale: random.between(0.85, 1.16),
    shift: [random.between(-0.1, 0.1), random.between(-0.1, 0.1)],
    mirrored: random.flip(),
  };
}

/** Converts hue, saturation and value, each 0 to 1, to RGB. */
function rgb(hue: number, saturation: number, value: number): Colour {
  const channel = (offset: number): number => {
    const sector = (offset + hue * 6) % 6;
    return 255 * (value - value * saturation * Math.max(0, Math.min(sector, 4 - sector, 1)));
  };
  return [channel(5), channel(3), channel(1)];
}
