function likeness(a: number[], b: number[]): number {
  return a.reduce((sum, value, place) => sum + value * b[place], 0);
}
