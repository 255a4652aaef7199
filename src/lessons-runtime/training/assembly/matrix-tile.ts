import { multiplyAdd } from './multiply-add';

/** Rows and columns of the product that are kept in registers: 12 sums, 2 columns and 1 factor fill the 16 of x86. */
export const tileRows: i32 = 6;
export const tileColumns: i32 = 8;

/**
 * A tile of `C = A·B` or `C += A·B`, 6 rows by 8 columns.
 * @param a first element; `aRow` and `aStep` are the bytes to the next row and to the next element of a row
 * @param b the packed panel: `depth` rows of 8
 * @param c first element; `cRow` bytes to the next row
 * @param lastRow rows of A beyond this one are read from it, so that nothing past A's end is touched
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
  put(c, c00, c01, accumulate);
  put(c + cRow, c10, c11, accumulate);
  put(c + 2 * cRow, c20, c21, accumulate);
  put(c + 3 * cRow, c30, c31, accumulate);
  put(c + 4 * cRow, c40, c41, accumulate);
  put(c + 5 * cRow, c50, c51, accumulate);
}

function put(c: usize, left: v128, right: v128, accumulate: bool): void {
  if (accumulate) {
    left = f32x4.add(v128.load(c), left);
    right = f32x4.add(v128.load(c, 16), right);
  }
  v128.store(c, left);
  v128.store(c, right, 16);
}
