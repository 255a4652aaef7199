import { galleryPhoto, imgToArray, loadImage } from 'deshielo';

// es: dieciséis fotos de la galería, y el número de su clase entre las 1000 de ImageNet
// en: sixteen photos of the gallery, and the number of their class among ImageNet’s 1000
const oldNames =
  'cat-chelsea german-shepherd panda koala lemur jaguar macaw espresso ' +
  'rocket stupa polar-bear pig bison suspension-bridge hens honey-bee';
const oldClasses = [
  281, 235, 388, 105, 383, 290, 88, 967, 657, 832, 296, 341, 347, 839, 8, 309,
];

const oldPhotos: tf.Tensor3D[] = [];
for (const name of oldNames.split(' ')) {
  const image = await loadImage(await galleryPhoto(name), { targetSize: [224, 224] });
  oldPhotos.push(tf.tidy(() => preprocessInput(imgToArray(image))));
}
const oldX = tf.stack(oldPhotos) as tf.Tensor4D;
const oldY = tf.tensor1d(oldClasses);
tf.dispose(oldPhotos);

display(oldX);
