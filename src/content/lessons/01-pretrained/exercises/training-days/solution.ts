function trainingDays(milliseconds: number, photos: number, epochs: number): number {
  const passes = 3; // es: adelante (1) y atrás (unas 2) // en: forward (1) and backward (about 2)
  return (milliseconds * passes * photos * epochs) / (1000 * 60 * 60 * 24);
}

trainingDays(30, 1_281_167, 90);
