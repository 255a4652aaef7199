/** Enough for the two strongest directions of a few hundred vectors. */
const iterations = 100;

/**
 * Returns the coordinates of vectors along the directions in which they differ most (principal component analysis), by power
 * iteration on the matrix of their scalar products.
 *
 * @param vectors [n][dimensions]
 * @returns [n][count]; 0 along directions in which the vectors do not differ
 */
export function principalComponents(
  vectors: readonly (readonly number[])[],
  count: number,
): readonly (readonly number[])[] {
  const products = scalarProducts(centred(vectors));
  const axes: (readonly number[])[] = [];
  for (let axis = 0; axis < count; axis++) {
    const { direction, strength } = strongestDirection(products);
    axes.push(direction.map((value) => value * Math.sqrt(strength)));
    for (const [at, row] of products.entries()) {
      for (const [column, value] of row.entries())
        row[column] = value - strength * (direction[at] ?? 0) * (direction[column] ?? 0);
    }
  }
  return vectors.map((_, at) => axes.map((axis) => axis[at] ?? 0));
}

function centred(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first = []] = vectors;
  const means = first.map(
    (_, place) => vectors.reduce((sum, vector) => sum + (vector[place] ?? 0), 0) / vectors.length,
  );
  return vectors.map((vector) => vector.map((value, place) => value - (means[place] ?? 0)));
}

function scalarProducts(vectors: readonly (readonly number[])[]): number[][] {
  return vectors.map((one) => vectors.map((other) => dot(one, other)));
}

/** Returns the unit eigenvector with the largest eigenvalue of a symmetric matrix, and that eigenvalue. */
function strongestDirection(matrix: readonly (readonly number[])[]): {
  readonly direction: readonly number[];
  readonly strength: number;
} {
  const size = matrix.length;
  let direction: readonly number[] = matrix.map((_, at) => Math.cos(at) / Math.sqrt(size));
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
export function cosineSimilarities(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const units = vectors.map((vector) => {
    const length = Math.sqrt(dot(vector, vector));
    return vector.map((value) => (length === 0 ? 0 : value / length));
  });
  return scalarProducts(units);
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
