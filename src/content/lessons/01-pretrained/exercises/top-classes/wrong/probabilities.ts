function topClasses(probabilities: number[], k: number): number[] {
  return probabilities.toSorted((a, b) => b - a).slice(0, k);
}
