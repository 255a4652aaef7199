function recall(matrix: number[][]): number[] {
  return matrix.map((row, place) => ____);
}

recall([
  [8, 2],
  [1, 9],
]);
