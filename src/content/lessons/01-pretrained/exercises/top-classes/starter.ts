function topClasses(probabilities: number[], k: number): number[] {
  const ranked = probabilities.map((probability, place) => ({ probability, place }));
  ranked.sort((a, b) => ____);
  return ranked.slice(0, k).map(____);
}

topClasses([0.1, 0.6, 0.05, 0.25], 2);
