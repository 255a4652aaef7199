import type { Coordinates } from '../../src/lessons-runtime/shared/geometry.ts';

/** Returns a closed curve around a point. */
export function ellipse(x: number, y: number, width: number, height = width, points = 60): Coordinates {
  return Array.from({ length: points + 1 }, (_, at) => {
    const angle = (2 * Math.PI * at) / points;
    return [x + (width / 2) * Math.cos(angle), y + (height / 2) * Math.sin(angle)];
  }).flat();
}

/** Drawings as people draw them, in units of the pad. */
export const drawnPictures: Readonly<Record<string, readonly Coordinates[]>> = {
  circle: [ellipse(128, 130, 120, 112)],
  square: [[40, 54, 200, 40, 208, 198, 50, 210, 38, 52]],
  butterfly: [
    ellipse(90, 90, 90, 80),
    ellipse(170, 90, 90, 80),
    ellipse(100, 160, 70, 60),
    ellipse(160, 160, 70, 60),
    [130, 70, 131, 190],
    [130, 70, 115, 40],
    [130, 70, 145, 40],
  ],
  bee: [
    ellipse(128, 150, 140, 90),
    [100, 110, 100, 190],
    [128, 105, 127, 195],
    [156, 110, 156, 190],
    ellipse(110, 85, 50, 70),
    ellipse(150, 85, 50, 70),
    [60, 140, 40, 120],
  ],
};
