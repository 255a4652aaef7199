/** Returns the total number of parameters in weights. */
export function parameterCount(weights: readonly { readonly shape: readonly (number | null)[] }[]): number {
  return weights.reduce(
    (total, { shape }) => total + shape.reduce<number>((size, side) => size * (side ?? 0), 1),
    0,
  );
}
