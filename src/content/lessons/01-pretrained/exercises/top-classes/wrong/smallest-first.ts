function topClasses(probabilities: number[], k: number): number[] {
  const ranked = probabilities.map((probability, place) => ({ probability, place }));
  ranked.sort((a, b) => a.probability - b.probability);
  return ranked.slice(0, k).map(({ place }) => place);
}
