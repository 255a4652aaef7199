import { multiplyAdd } from './multiply-add';

/** The size of a tile, which is computed in registers: 12 sums, 2 vectors of B and 1 of A, of the 16 registers of x86. */
export const tileRows: i32 = 6;
export const tileColumns: i32 = 8;

/**
 * Computes a tile of `C = A·B` or `C += A·B`, 6 rows × 8 columns.
 * @param a the first element; `aRow` and `aStep` are the bytes to the next row and to the next element of a row
 * @param b a packed panel: `depth` rows of 8 floats
 * @param c the first element; `cRow` is the bytes to the next row
 * @param lastRow the last row of A; for rows after it, it is read again, so that nothing beyond A is read
 */
export function multiplyTile(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  c: usize,
  cRow: usize,
  depth: i32,
  lastRow: i32,
  accumulate: bool,
): void {
  let a0 = a;
  let a1 = a + aRow * min(1, lastRow);
  let a2 = a + aRow * min(2, lastRow);
  let a3 = a + aRow * min(3, lastRow);
  let a4 = a + aRow * min(4, lastRow);
  let a5 = a + aRow * min(5, lastRow);
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  let c40 = c00;
  let c41 = c00;
  let c50 = c00;
  let c51 = c00;
  const end = b + ((<usize>depth) << 5);
  while (b < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let factor = v128.load32_splat(a0);
    c00 = multiplyAdd(factor, b0, c00);
    c01 = multiplyAdd(factor, b1, c01);
    factor = v128.load32_splat(a1);
    c10 = multiplyAdd(factor, b0, c10);
    c11 = multiplyAdd(factor, b1, c11);
    factor = v128.load32_splat(a2);
    c20 = multiplyAdd(factor, b0, c20);
    c21 = multiplyAdd(factor, b1, c21);
    factor = v128.load32_splat(a3);
    c30 = multiplyAdd(factor, b0, c30);
    c31 = multiplyAdd(factor, b1, c31);
    factor = v128.load32_splat(a4);
    c40 = multiplyAdd(factor, b0, c40);
    c41 = multiplyAdd(factor, b1, c41);
    factor = v128.load32_splat(a5);
    c50 = multiplyAdd(factor, b0, c50);
    c51 = multiplyAdd(factor, b1, c51);
    a0 += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    a4 += aStep;
    a5 += aStep;
    b += 32;
  }
  storeRow(c, c00, c01, accumulate);
  storeRow(c + cRow, c10, c11, accumulate);
  storeRow(c + 2 * cRow, c20, c21, accumulate);
  storeRow(c + 3 * cRow, c30, c31, accumulate);
  storeRow(c + 4 * cRow, c40, c41, accumulate);
  storeRow(c + 5 * cRow, c50, c51, accumulate);
}

function storeRow(c: usize, left: v128, right: v128, accumulate: bool): void {
  if (accumulate) {
    left = f32x4.add(v128.load(c), left);
    right = f32x4.add(v128.load(c, 16), right);
  }
  v128.store(c, left);
  v128.store(c, right, 16);
}
