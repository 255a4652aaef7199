import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { chooseDrawings } from '../../../tools/build-drawings/choose-drawings.ts';
import { centreDrawing, readDrawings, side } from '../../../tools/build-drawings/read-drawings.ts';
import { columns, writeSheet } from '../../../tools/build-drawings/write-sheet.ts';

/** A filled box. */
function box(left: number, top: number, width: number, height: number, value = 1): Float32Array {
  return Float32Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    return x >= left && x < left + width && y >= top && y < top + height ? value : 0;
  });
}

describe('readDrawings', () => {
  it('reads one drawing a line, whichever line ends', () => {
    const lines = [box(0, 0, 3, 3), box(5, 5, 2, 2, 0.5)].map((ink) => JSON.stringify([...ink]));
    expect(readDrawings(gzipSync(`${lines.join('\r\n')}\r\n`))).toEqual([
      box(0, 0, 3, 3),
      box(5, 5, 2, 2, 0.5),
    ]);
  });

  it.each(['[1, 2]', '{}', JSON.stringify([...box(0, 0, 2, 2, 2)])])('refuses the line %.20s…', (line) => {
    expect(() => readDrawings(gzipSync(line))).toThrow('line 1: expected 784 numbers from 0 to 1');
  });
});

describe('centreDrawing', () => {
  it.each([
    [box(0, 0, 28, 10), box(0, 9, 28, 10)],
    [box(0, 0, 4, 28), box(12, 0, 4, 28)],
    [box(20, 20, 3, 3), box(13, 13, 3, 3)],
    [box(12, 12, 4, 4), box(12, 12, 4, 4)],
  ])('moves the box around the ink to the middle (%#)', (drawing, expected) => {
    expect(centreDrawing(drawing)).toEqual(expected);
  });

  it('leaves an empty drawing as it is', () => {
    expect(centreDrawing(box(0, 0, 0, 0))).toEqual(box(0, 0, 0, 0));
  });
});

describe('chooseDrawings', () => {
  it('leaves out nearly empty drawings and ones that are the same once centred', () => {
    const drawings = [box(0, 0, 5, 5), box(0, 0, 3, 3), box(9, 9, 5, 5), box(0, 0, 5, 6)];
    const { chosen, leftOut } = chooseDrawings(drawings);
    expect(leftOut).toEqual([1, 2]);
    expect(chosen).toEqual([centreDrawing(box(0, 0, 5, 5)), centreDrawing(box(0, 0, 5, 6))]);
  });
});

describe('writeSheet of drawings', () => {
  it('puts each drawing at its place, dark on white, and gives the same bytes again', async () => {
    const drawings = Array.from({ length: columns + 2 }, (_, place) => box(0, 0, place + 1, 20, 0.6));
    const sheet = await writeSheet(drawings);
    expect(await writeSheet(drawings)).toEqual(sheet);
    const { data, info } = await sharp(sheet).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([columns * side, 2 * side]);
    const at = (x: number, y: number) => data[y * info.width + x];
    // 0.6 of the ink is nearest to two of three steps.
    expect([at(0, 0), at(1, 0), at(side + 1, 0), at(side + 2, 0)]).toEqual([85, 255, 85, 255]);
    expect(at(side + 11, side)).toBe(85);
    expect(at(3 * side, side)).toBe(255);
  });
});
