import { galleryPhoto } from 'deshielo';

const stranger = await loadImage(await galleryPhoto('giraffes'), {
  targetSize: [224, 224],
});
display(stranger);

// es: los mismos pasos de antes, todos seguidos
// en: the same steps as before, all in a row
const scores = tf.tidy(
  () =>
    model.predict(
      preprocessInput(tf.expandDims<tf.Tensor4D>(imgToArray(stranger), 0)),
    ) as tf.Tensor,
);
const [guesses = []] = await decodePredictions(scores, { top: 5 });
scores.dispose();

guesses;
