function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, place) => sum + value * b[place], 0);
}

function likeness(a: number[], b: number[]): number {
  return dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b)));
}

likeness([1, 2, 3], [2, 4, 6]);
