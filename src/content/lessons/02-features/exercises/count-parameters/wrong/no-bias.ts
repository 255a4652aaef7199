function convParameters(size: number, channels: number, filters: number): number {
  return size * size * channels * filters;
}
