function topClasses(probabilities: number[], k: number): number[] {
  const ranked = probabilities.map((probability, place) => ({ probability, place }));
  ranked.sort((a, b) => b.probability - a.probability);
  return ranked.slice(0, k).map(({ place }) => place);
}

topClasses([0.1, 0.6, 0.05, 0.25], 2);
