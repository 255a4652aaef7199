import sharp from 'sharp';
import { vi } from 'vitest';

interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  close(): void;
}

/** Stubs the browser's picture decoder and canvas; `vi.unstubAllGlobals` removes them. */
export function stubPictureDecoder(): void {
  vi.stubGlobal('createImageBitmap', async (blob: Blob): Promise<Bitmap> => {
    const picture = sharp(Buffer.from(await blob.arrayBuffer()))
      .ensureAlpha()
      .raw();
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      data: new Uint8ClampedArray(data),
      close: () => undefined,
    };
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      readonly width: number;
      readonly height: number;

      constructor(width: number, height: number) {
        this.width = width;
        this.height = height;
      }

      /** Returns null for WebGL, which TensorFlow.js requests if there is a canvas. */
      getContext(type: string) {
        if (type !== '2d') return null;
        let drawn: Bitmap | null = null;
        return {
          canvas: this,
          drawImage(bitmap: Bitmap) {
            drawn = bitmap;
          },
          getImageData: () => drawn,
        };
      }
    },
  );
}
