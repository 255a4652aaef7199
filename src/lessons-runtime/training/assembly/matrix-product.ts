import { multiplyTile, tileColumns, tileRows } from './matrix-tile';

/** The size of the block of B that is packed at once: 256 KB, which fits into an L2 cache. */
const blockDepth: i32 = 256;
const blockColumns: i32 = 256;

/** Returns the bytes of scratch that `multiplyMatrices` needs: the packed block of B, and one tile for the edges. */
export function productScratchBytes(): i32 {
  return (blockDepth * blockColumns + tileRows * tileColumns) * 4;
}

/**
 * `C = A·B` or, with `accumulate`, `C += A·B` of float32 matrices: A is `rows` × `depth`, B `depth` × `columns`, C `rows` ×
 * `columns`, row-major. `…Row` and `…Step`/`…Column` are the strides in bytes from one row or column to the next; exchanging
 * them transposes a matrix.
 */
export function multiplyMatrices(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  accumulate: bool,
  scratch: usize,
): void {
  const edge = scratch + ((blockDepth * blockColumns) << 2);
  for (let depth0 = 0; depth0 < depth; depth0 += blockDepth) {
    const thisDepth = min(blockDepth, depth - depth0);
    const adds = accumulate || depth0 > 0;
    for (let column0 = 0; column0 < columns; column0 += blockColumns) {
      const thisColumns = min(blockColumns, columns - column0);
      pack(b + depth0 * bRow + column0 * bColumn, bRow, bColumn, thisDepth, thisColumns, scratch);
      const aBlock = a + depth0 * aStep;
      const cBlock = c + (column0 << 2);
      for (let row = 0; row < rows; row += tileRows) {
        const aTile = aBlock + row * aRow;
        const cTile = cBlock + row * cRow;
        const lastRow = min(tileRows, rows - row) - 1;
        let panel = scratch;
        for (let column = 0; column < thisColumns; column += tileColumns) {
          const width = min(tileColumns, thisColumns - column);
          const target = cTile + (column << 2);
          if (width === tileColumns && lastRow === tileRows - 1) {
            multiplyTile(aTile, aRow, aStep, panel, target, cRow, thisDepth, lastRow, adds);
          } else {
            multiplyTile(aTile, aRow, aStep, panel, edge, tileColumns << 2, thisDepth, lastRow, false);
            copyEdge(edge, target, cRow, lastRow + 1, width, adds);
          }
          panel += thisDepth << 5;
        }
      }
    }
  }
}

/** Packs B into panels of 8 columns, each of `depth` rows of 8 contiguous floats; the last panel is padded with zeros. */
function pack(b: usize, bRow: usize, bColumn: usize, depth: i32, columns: i32, to: usize): void {
  for (let column = 0; column < columns; column += tileColumns) {
    const width = min(tileColumns, columns - column);
    let from = b + column * bColumn;
    if (width === tileColumns && bColumn === 4) {
      for (let row = 0; row < depth; row++) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
        from += bRow;
        to += 32;
      }
    } else {
      for (let row = 0; row < depth; row++) {
        for (let index = 0; index < tileColumns; index++) {
          store<f32>(to + (index << 2), index < width ? load<f32>(from + index * bColumn) : 0);
        }
        from += bRow;
        to += 32;
      }
    }
  }
}

function copyEdge(edge: usize, c: usize, cRow: usize, rows: i32, columns: i32, accumulate: bool): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = c + (column << 2);
      const value = load<f32>(edge + (column << 2));
      store<f32>(at, accumulate ? load<f32>(at) + value : value);
    }
    edge += tileColumns << 2;
    c += cRow;
  }
}
