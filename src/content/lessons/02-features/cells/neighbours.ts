import { showNeighbours } from 'deshielo';

// es: parecido del coseno: 1 es la misma dirección, 0 es no tener nada que ver
// en: cosine similarity: 1 is the same direction, 0 is having nothing in common
const similarity = tf.tidy(() => {
  const unit = embeddings.div<tf.Tensor2D>(embeddings.norm('euclidean', 1, true));
  return unit.matMul(unit, false, true).arraySync();
});

await showNeighbours(similarity, { pictures, names, count: 3 });
