function convParameters(size: number, channels: number, filters: number): number {
  return ____;
}

convParameters(3, 3, 32);
