function convParameters(size: number, channels: number, filters: number): number {
  return (size * size * channels + 1) * filters;
}

convParameters(3, 3, 32);
