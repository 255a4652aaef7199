import { galleryPhoto } from 'deshielo';

const stranger = await loadImage(await galleryPhoto('flower'), { targetSize: [224, 224] });
display(stranger);

// es: los mismos pasos de antes, en una línea
// en: the same steps as before, in one line
const scores = tf.tidy(
  () => model.predict(preprocessInput(tf.expandDims(imgToArray(stranger), 0))) as tf.Tensor,
);
const [guesses = []] = await decodePredictions(scores, { top: 5 });
scores.dispose();

guesses;
