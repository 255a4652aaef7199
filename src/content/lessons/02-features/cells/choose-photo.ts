import { chosenPhoto, imgToArray, loadImage, preprocessInput } from 'deshielo';

const photo = await chosenPhoto();
const image = await loadImage(photo, { targetSize: [224, 224] });
const batch = tf.tidy(() =>
  preprocessInput(imgToArray(image).expandDims<tf.Tensor4D>(0)),
);

display(image);
