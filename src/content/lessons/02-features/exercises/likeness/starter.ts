function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, place) => sum + value * b[place], 0);
}

function likeness(a: number[], b: number[]): number {
  return ____;
}

likeness([1, 2, 3], [2, 4, 6]);
