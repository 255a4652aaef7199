/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the largest part of a picture around its centre that has the aspect ratio of another size. */
export function centreCrop(
  picture: Size,
  ratio: Size,
): Size & { readonly left: number; readonly top: number } {
  const scale = Math.min(picture.width / ratio.width, picture.height / ratio.height);
  const [width, height] = [ratio.width * scale, ratio.height * scale];
  return { left: (picture.width - width) / 2, top: (picture.height - height) / 2, width, height };
}

/**
 * Returns the pixels of a picture, resized: RGBA, 8 bits a channel. The photos of data sets and the frames of a camera are resized
 * here, so that a network sees both in the same way.
 *
 * @param from the size of the picture
 * @param to the size of the result
 * @param isCropped whether the picture is cropped to the aspect ratio of the result, instead of distorted
 */
export function resizedPixels(
  picture: CanvasImageSource,
  from: Size,
  to: Size,
  isCropped: boolean,
): ImageData {
  const canvas = new OffscreenCanvas(to.width, to.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas');
  context.imageSmoothingQuality = 'high';
  const { left, top, width, height } = centreCrop(from, isCropped ? to : from);
  context.drawImage(picture, left, top, width, height, 0, 0, to.width, to.height);
  return context.getImageData(0, 0, to.width, to.height);
}
