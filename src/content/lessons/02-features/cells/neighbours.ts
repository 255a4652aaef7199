// es: parecido del coseno: 1 es la misma dirección, 0 es no tener nada que ver
// en: cosine similarity: 1 is the same direction, 0 is having nothing in common
const similarity = tf.tidy(() => {
  const unit = embeddings.div<tf.Tensor2D>(embeddings.norm('euclidean', 1, true));
  return unit.matMul(unit, false, true).arraySync();
});

names.map((name, row) => {
  const others = names
    .map((other, column) => ({ other, likeness: similarity[row][column] }))
    .filter(({ other }) => other !== name)
    .sort((a, b) => b.likeness - a.likeness);
  return {
    photo: name,
    nearest: others[0].other,
    likeness: others[0].likeness,
    second: others[1].other,
  };
});
