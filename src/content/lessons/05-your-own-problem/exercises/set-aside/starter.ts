function setAside(photos: string[]): { train: string[]; validation: string[] } {
  const held = Math.floor(photos.length / 3);
  return { train: ____, validation: ____ };
}

setAside(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
