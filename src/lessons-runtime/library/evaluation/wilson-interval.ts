/** The 97.5 % quantile of the normal distribution, for an interval of 95 %. */
const z = 1.959964;

/**
 * Returns the 95 % confidence interval of a proportion. Unlike the normal approximation it holds for small samples, too, and
 * stays within 0 to 1.
 * Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22, 1927.
 * @param successes how many of `total` were successes
 * @param total the number of trials, at least 1
 */
export function wilsonInterval(successes: number, total: number): readonly [low: number, high: number] {
  const share = successes / total;
  const weight = z ** 2 / total;
  const center = share + weight / 2;
  const margin = z * Math.sqrt((share * (1 - share)) / total + weight / (4 * total));
  return [Math.max(0, (center - margin) / (1 + weight)), Math.min(1, (center + margin) / (1 + weight))];
}
