function setAside(photos: string[]): { train: string[]; validation: string[] } {
  const half = Math.floor(photos.length / 2);
  return { train: photos.slice(half), validation: photos.slice(0, half) };
}
