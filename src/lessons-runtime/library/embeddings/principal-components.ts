/** Enough for the two strongest directions of a few hundred vectors. */
const iterations = 100;

type Vector = readonly number[];

/**
 * Returns the coordinates of vectors along the directions in which some of them differ most (principal component analysis), by
 * power iteration on the matrix of their scalar products.
 *
 * @param vectors [n][dimensions]
 * @param fitted the vectors that determine the directions; default: all
 * @returns [n][count]; 0 along directions in which the fitted vectors do not differ
 */
export function principalComponents(
  vectors: readonly Vector[],
  count: number,
  fitted: readonly Vector[] = vectors,
): readonly Vector[] {
  const mean = meanOf(fitted);
  const differences = fitted.map((vector) => minus(vector, mean));
  const products = scalarProducts(differences);
  const axes: Vector[] = [];
  for (let axis = 0; axis < count; axis++) {
    const { direction, strength } = strongestDirection(products);
    const length = Math.sqrt(strength);
    axes.push(
      mean.map((_, place) => {
        const sum = differences.reduce((all, each, at) => all + (direction[at] ?? 0) * (each[place] ?? 0), 0);
        return length === 0 ? 0 : sum / length;
      }),
    );
    for (const [at, row] of products.entries()) {
      for (const [column, value] of row.entries())
        row[column] = value - strength * (direction[at] ?? 0) * (direction[column] ?? 0);
    }
  }
  return vectors.map((vector) => axes.map((axis) => dot(minus(vector, mean), axis)));
}

function meanOf(vectors: readonly Vector[]): Vector {
  const [first = []] = vectors;
  return first.map(
    (_, place) => vectors.reduce((sum, vector) => sum + (vector[place] ?? 0), 0) / vectors.length,
  );
}

function minus(vector: Vector, other: Vector): Vector {
  return vector.map((value, place) => value - (other[place] ?? 0));
}

function scalarProducts(vectors: readonly Vector[]): number[][] {
  return vectors.map((one) => vectors.map((other) => dot(one, other)));
}

/** Returns the unit eigenvector with the largest eigenvalue of a symmetric matrix, and that eigenvalue. */
function strongestDirection(matrix: readonly Vector[]): {
  readonly direction: Vector;
  readonly strength: number;
} {
  const size = matrix.length;
  let direction: Vector = matrix.map((_, at) => Math.cos(at) / Math.sqrt(size));
  let strength = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const product = matrix.map((row) => dot(row, direction));
    strength = Math.sqrt(dot(product, product));
    if (strength < 1e-12) return { direction: matrix.map(() => 0), strength: 0 };
    direction = product.map((value) => value / strength);
  }
  return { direction, strength };
}

/** Returns the cosine similarities of all pairs of vectors, [n][n]; 0 for a vector of zeros. */
export function cosineSimilarities(vectors: readonly Vector[]): readonly Vector[] {
  const units = vectors.map((vector) => {
    const length = Math.sqrt(dot(vector, vector));
    return vector.map((value) => (length === 0 ? 0 : value / length));
  });
  return scalarProducts(units);
}

function dot(one: Vector, other: Vector): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
