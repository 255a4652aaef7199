function likeness(a: number[], b: number[]): number {
  return Math.hypot(...a.map((value, place) => value - b[place]));
}
