import sharp from 'sharp';

/** The values of EXIF's orientation. */
export const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Orientation = (typeof orientations)[number];

/**
 * The colour of the test picture at a point from 0 to 1, in JavaScript so that a cell can compute it. No rotation or mirror
 * image of the picture equals it, and the formula is the same at every size.
 */
export const colourFormula = '(x, y) => [20 + 200 * x, 20 + 200 * y, x < 0.25 && y < 0.25 ? 200 : 40]';

type Colour = readonly [red: number, green: number, blue: number];

/** The same in TypeScript. */
const colourAt = (x: number, y: number): Colour => [
  20 + 200 * x,
  20 + 200 * y,
  x < 0.25 && y < 0.25 ? 200 : 40,
];

/** Returns the test picture as a JPEG with turned pixels and the EXIF orientation that turns them back. */
export async function orientedJpeg(width: number, height: number, orientation: Orientation): Promise<Buffer> {
  const turned = orientation >= 5;
  const [storedWidth, storedHeight] = turned ? [height, width] : [width, height];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = storedPlace(orientation, x, y, storedWidth, storedHeight);
      pixels.set(colourAt((x + 0.5) / width, (y + 0.5) / height), (row * storedWidth + column) * 3);
    }
  }
  const jpeg = await sharp(pixels, { raw: { width: storedWidth, height: storedHeight, channels: 3 } })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2)]);
}

/** Returns the position, in the stored picture of the given size, of a pixel of the upright picture. */
function storedPlace(
  orientation: Orientation,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [column: number, row: number] {
  const right = width - 1;
  const bottom = height - 1;
  switch (orientation) {
    case 1:
      return [x, y];
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [y, bottom - x];
    case 7:
      return [right - y, bottom - x];
    case 8:
      return [right - y, x];
  }
}

/** Returns an APP1 segment with the orientation as its only entry. */
function exifSegment(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4); // where the directory begins
  tiff.writeUInt16BE(1, 8); // one entry: orientation, one unsigned short
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
