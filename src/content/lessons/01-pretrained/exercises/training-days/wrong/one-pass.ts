function trainingDays(milliseconds: number, photos: number, epochs: number): number {
  return (milliseconds * photos * epochs) / (1000 * 60 * 60 * 24);
}
