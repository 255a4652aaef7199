import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../tools/build-icons/family-of.ts';
import { renderIcon, side } from '../../../tools/build-icons/render-icon.ts';
import { plainName, sourceKinds } from '../../../tools/build-icons/source-kinds.ts';
import { columns, writeSheet } from '../../../tools/build-icons/write-sheet.ts';

const svg = (body: string, box = '0 0 24 24') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="24" height="24" color="#000">${body}</svg>`;

describe('renderIcon', () => {
  it('crops and centres a drawing, with a border of three pixels', async () => {
    const { shape, colours } = await renderIcon(
      svg('<rect x="2" y="2" width="6" height="3" fill="currentColor"/>'),
    );
    expect(colours).toBeNull();
    const filled = Array.from(shape, (value, at) => (value > 127 ? at : -1)).filter((at) => at >= 0);
    const columnsFilled = filled.map((at) => at % side);
    const rowsFilled = filled.map((at) => Math.floor(at / side));
    const extent = (places: readonly number[]) => [Math.min(...places), Math.max(...places)] as const;
    const [left, right] = extent(columnsFilled);
    const [top, bottom] = extent(rowsFilled);
    expect(left).toBe(3);
    // The edge of a drawing may be inside a pixel.
    expect([59, 60]).toContain(right);
    expect([28, 29]).toContain(bottom - top + 1);
    expect(Math.abs(top + bottom - (side - 1))).toBeLessThanOrEqual(1);
  });

  it('stores colours independently of opacity', async () => {
    const { shape, colours } = await renderIcon(
      svg('<circle cx="12" cy="12" r="9" fill="#ff8000" opacity=".5"/>'),
    );
    const middle = (side * side) / 2 + side / 2;
    expect(Math.abs((shape[middle] ?? 0) - 128)).toBeLessThan(12);
    const colour = [...(colours?.subarray(3 * middle, 3 * middle + 3) ?? [])];
    expect(colour.map((value, at) => Math.abs(value - ([255, 128, 0][at] ?? 0)) < 10)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is reproducible', async () => {
    const drawing = svg(
      '<path d="M3 21 12 3l9 18z" fill="#123456"/><circle cx="12" cy="15" r="3" fill="#fff"/>',
    );
    expect(await renderIcon(drawing)).toEqual(await renderIcon(drawing));
  });

  it('rejects an empty drawing', async () => {
    await expect(renderIcon(svg('<rect width="24" height="24" fill="none"/>'))).rejects.toThrow('empty');
  });
});

describe('writeSheet', () => {
  it('stores every sprite exactly, at its position', async () => {
    const sprites = Array.from({ length: columns + 2 }, (_, place) =>
      Uint8Array.from({ length: side * side * 3 }, (__, at) => (at * (place + 3)) % 256),
    );
    const sheet = sharp(await writeSheet(sprites, 3));
    for (const [place, sprite] of sprites.entries()) {
      const box = {
        left: (place % columns) * side,
        top: Math.floor(place / columns) * side,
        width: side,
        height: side,
      };
      expect(new Uint8Array(await sheet.clone().extract(box).raw().toBuffer())).toEqual(sprite);
    }
  });
});

describe('plainName', () => {
  it.each([
    ['cat-duotone-bold', 'cat'],
    ['house-24px', 'house'],
    ['alarm-clock', 'alarm-clock'],
    ['star-half', 'star-half'],
    ['filled', 'filled'],
  ])('returns the name of %s without its style: %s', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});

describe('familyOf', () => {
  it.each([
    ['Google Inc', 'google'],
    ['Material Design Authors', 'google'],
    ['Paweł Kuna', 'pawe-kuna'],
    ['Sergio Núñez', 'sergio-nunez'],
    ['REICON', 'solar'],
  ])('returns the family of %s: %s', (author, family) => {
    expect(familyOf(author)).toBe(family);
  });
});

describe('sourceKinds', () => {
  it('has no duplicate names, and no butterflies, bees or similar insects', () => {
    const names = sourceKinds.flat();
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /butterfly|moth|bee$|wasp|insect|bug/.test(name))).toEqual([]);
    expect(sourceKinds.length).toBeGreaterThanOrEqual(120);
  });
});
