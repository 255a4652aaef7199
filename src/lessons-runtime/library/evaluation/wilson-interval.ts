/** The normal distribution's 97.5 % point: 95 % lie within. */
const z = 1.959964;

/**
 * Between which shares the true one lies, in 95 of 100 such counts; honest for small counts, too, and never outside 0 to 1.
 * Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22, 1927.
 * @param right how many of `total` came out right; `total` at least 1
 */
export function wilsonInterval(right: number, total: number): readonly [low: number, high: number] {
  const share = right / total;
  const weight = z ** 2 / total;
  const middle = share + weight / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / total + weight / (4 * total));
  return [Math.max(0, (middle - reach) / (1 + weight)), Math.min(1, (middle + reach) / (1 + weight))];
}
