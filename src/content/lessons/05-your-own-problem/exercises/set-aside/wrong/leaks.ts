function setAside(photos: string[]): { train: string[]; validation: string[] } {
  const held = Math.floor(photos.length / 3);
  return { train: photos, validation: photos.slice(0, held) };
}
