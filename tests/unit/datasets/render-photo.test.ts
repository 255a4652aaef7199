import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderPhoto, renderThumb } from '../../../tools/build-gallery/render-photo.ts';

/** Creates a photo of 900 × 600, red on the left and blue on the right, whose EXIF orientation is a clockwise rotation by 90°. */
async function createRotatedPhoto(): Promise<Buffer> {
  const half = { width: 450, height: 600, channels: 3 as const };
  const right = await sharp({ create: { ...half, background: '#0000ff' } })
    .png()
    .toBuffer();
  return sharp({ create: { ...half, width: 900, background: '#ff0000' } })
    .composite([{ input: right, left: 450, top: 0 }])
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'Somebody' } })
    .toBuffer();
}

const photoOf = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .png()
    .toBuffer();

describe('renderPhoto', () => {
  it('applies the EXIF orientation, scales the longer side to 640 and removes the metadata', async () => {
    const { bytes, width, height } = await renderPhoto(await createRotatedPhoto());
    expect([width, height]).toEqual([427, 640]);
    const found = await sharp(bytes).metadata();
    expect([found.orientation, found.exif, found.icc]).toEqual([undefined, undefined, undefined]);
    const top = await sharp(bytes).extract({ left: 200, top: 20, width: 1, height: 1 }).raw().toBuffer();
    expect(top[0]).toBeGreaterThan(200);
    expect(top[2]).toBeLessThan(60);
  });

  it('does not enlarge', async () => {
    const { width, height } = await renderPhoto(await photoOf(451, 300));
    expect([width, height]).toEqual([451, 300]);
  });

  it('converts a wide-gamut photo to sRGB', async () => {
    const orange = sharp({ create: { width: 64, height: 64, channels: 3, background: '#e08040' } });
    const original = await orange.withIccProfile('p3').png().toBuffer();
    const stored = await sharp(original).metadata();
    expect(stored.icc).toBeDefined();
    const [red, green, blue] = await sharp((await renderPhoto(original)).bytes)
      .raw()
      .toBuffer();
    for (const [found, wanted] of [
      [red, 0xe0],
      [green, 0x80],
      [blue, 0x40],
    ]) {
      expect(Math.abs((found ?? 0) - (wanted ?? 0))).toBeLessThanOrEqual(3);
    }
  });

  it('returns the same bytes for the same original', async () => {
    const original = await createRotatedPhoto();
    const [first, second] = [await renderPhoto(original), await renderPhoto(original)];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('renders transparency as white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const original = await sharp({ create: { width: 32, height: 32, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { bytes } = await renderPhoto(original);
    const pixel = await sharp(bytes).raw().toBuffer();
    expect(pixel[0]).toBe(255);
  });

  it('throws if a photo exceeds the byte budget at any quality', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 120 };
    const original = await sharp({
      create: { width: 640, height: 640, channels: 3, background: '#000', noise },
    })
      .png()
      .toBuffer();
    await expect(renderPhoto(original)).rejects.toThrow(/budget is 57344/);
  });
});

describe('renderThumb', () => {
  it('crops the photo to a square around its centre', async () => {
    const { bytes, width, height } = await renderThumb(await createRotatedPhoto());
    expect([width, height]).toEqual([144, 144]);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(200);
    expect(data[(info.height - 1) * info.width * info.channels + 2]).toBeGreaterThan(200);
  });
});
