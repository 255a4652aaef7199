function trainingDays(milliseconds: number, photos: number, epochs: number): number {
  return (milliseconds * 3 * photos * epochs) / (1000 * 60 * 60);
}
