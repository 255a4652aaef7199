import { efficientNetLite0, iconDataset, preprocessInput } from 'deshielo';

const insects = await iconDataset(['butterfly', 'bee'], { numExamples: 10 });

// es: los dibujos van de 0 a 1; la red de fotos los quiere en la escala con que aprendió
// en: the drawings go from 0 to 1; the network of photos wants the scale it learned with
function prepare(drawings: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => preprocessInput(drawings.mul(255)));
}
const [x, y] = [prepare(insects.train.xs), insects.train.ys];
const [newX, newY] = [prepare(insects.validation.xs), insects.validation.ys];

const photoNet = await efficientNetLite0({ weights: 'imagenet' });

display([
  { pictures: 'train', shape: x.shape.join(' × ') },
  { pictures: 'validation', shape: newX.shape.join(' × ') },
]);
