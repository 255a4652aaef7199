import { chosenPhoto, imgToArray, loadImage } from 'deshielo';

const stranger = await loadImage(await chosenPhoto(), {
  targetSize: [128, 128],
  keepAspectRatio: true,
});
const probabilities = tf.tidy(() => {
  const batch = preprocessInput(imgToArray(stranger).expandDims<tf.Tensor4D>(0));
  return (reopened.predict(batch) as tf.Tensor2D).squeeze<tf.Tensor1D>([0]).arraySync();
});

display(stranger);
display(
  classNames.map((name, place) => ({ class: name, probability: probabilities[place] })),
);
