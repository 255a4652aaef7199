function setAside(photos: string[]): { train: string[]; validation: string[] } {
  const held = Math.floor(photos.length / 3);
  return { train: photos.slice(held + 1), validation: photos.slice(0, held) };
}
