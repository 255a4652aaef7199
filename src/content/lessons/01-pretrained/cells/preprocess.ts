import { imgToArray, preprocessInput } from 'deshielo';

function describe(step: string, x: tf.Tensor) {
  return {
    step,
    shape: x.shape.join(' × '),
    min: x.min<tf.Scalar>().arraySync(),
    max: x.max<tf.Scalar>().arraySync(),
  };
}

// es: tf.tidy libera los tensores intermedios y conserva el que se devuelve
// en: tf.tidy frees the tensors made on the way and keeps the one returned
const batch = tf.tidy(() => {
  const pixels = imgToArray(image); // es: una foto: alto, ancho y 3 colores // en: one photo: height, width and 3 colours
  const onePhoto = tf.expandDims<tf.Tensor4D>(pixels, 0); // es: un lote con una sola foto // en: a batch of just one photo
  const scaled = preprocessInput(onePhoto); // es: la escala que la red conoce // en: the scale the network knows
  display([
    describe('imgToArray', pixels),
    describe('expandDims', onePhoto),
    describe('preprocessInput', scaled),
  ]);
  return scaled;
});
