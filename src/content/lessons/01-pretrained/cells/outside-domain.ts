import { galleryPhoto } from 'deshielo';

const stranger = await loadImage(await galleryPhoto('giraffes'), {
  targetSize: [224, 224],
});

// es: los mismos pasos de antes, todos seguidos
// en: the same steps as before, all in a row
const strangerBatch = tf.tidy(() =>
  preprocessInput(tf.expandDims<tf.Tensor4D>(imgToArray(stranger), 0)),
);
const scores = model.predict(strangerBatch) as tf.Tensor;
const [guesses = []] = await decodePredictions(scores, { top: 5 });
tf.dispose([strangerBatch, scores]);

guesses;
