import { createSeededRandom } from '../labelled/seeded-random.ts';
import { composePicture } from './compose-picture.ts';
import type { Sprite } from './icon-manifest.ts';
import { sampleStyle } from './picture-style.ts';

/** What a picture is made of; how it looks follows from the icon, the copy and the seed, whatever else is made. */
interface PictureOrder {
  readonly id: string;
  readonly sprite: Sprite;
  /** 0, 1, …: each copy of an icon looks another way. */
  readonly copy: number;
}

/**
 * Composes pictures one after the other.
 * @returns [orders · side · side · 3], 0 to 255
 */
export function composePictures(
  orders: readonly PictureOrder[],
  side: number,
  seed: string,
): Uint8Array<ArrayBuffer> {
  const size = side * side * 3;
  const pictures = new Uint8Array(orders.length * size);
  orders.forEach(({ id, sprite, copy }, index) => {
    const look = sampleStyle(createSeededRandom(`${seed}/${id}/${copy}`), sprite.colours !== null);
    composePicture(sprite, side, look, pictures, index * size);
  });
  return pictures;
}
