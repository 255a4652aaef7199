function recall(matrix: number[][]): number[] {
  return matrix.map(
    (row, place) => row[place] / matrix.flat().reduce((sum, count) => sum + count, 0),
  );
}

recall([
  [8, 2],
  [1, 9],
]);
