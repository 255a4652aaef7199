function confusion(truths: number[], answers: number[], classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => Array(classes).fill(0));
  for (const [example, truth] of truths.entries()) {
    ____;
  }
  return matrix;
}

confusion([0, 0, 1, 1, 1], [0, 1, 1, 1, 0], 2);
