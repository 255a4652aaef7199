function recall(matrix: number[][]): number[] {
  return matrix.map(
    (row, place) => row[place] / matrix.reduce((sum, other) => sum + other[place], 0),
  );
}

recall([
  [8, 2],
  [1, 9],
]);
