import { createSeededRandom } from '../labelled/seeded-random.ts';
import { composePicture } from './compose-picture.ts';
import type { Sprite } from './icon-manifest.ts';
import { sampleStyle } from './picture-style.ts';

/** The icon of a picture. Icon, copy and seed determine the picture's style, independently of other pictures. */
interface PictureSource {
  readonly id: string;
  readonly sprite: Sprite;
  /** 0, 1, …: each copy of an icon has another style. */
  readonly copy: number;
}

/**
 * Composes a picture of each source.
 * @param side of the sprites and the pictures, in pixels
 * @returns [sources, side, side, 3], with values from 0 to 255
 */
export function composePictures(
  sources: readonly PictureSource[],
  side: number,
  seed: string,
): Uint8Array<ArrayBuffer> {
  const size = side * side * 3;
  const pictures = new Uint8Array(sources.length * size);
  sources.forEach(({ id, sprite, copy }, index) => {
    const style = sampleStyle(createSeededRandom(`${seed}/${id}/${copy}`), sprite.colours !== null);
    composePicture(sprite, side, style, pictures, index * size);
  });
  return pictures;
}
