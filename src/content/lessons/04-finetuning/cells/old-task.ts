import { galleryPhoto, imgToArray, loadImage } from 'deshielo';

// es: dieciséis fotos de la galería, con el número de su clase entre las mil de ImageNet
// en: sixteen photos of the gallery, with the number of their class among ImageNet’s thousand
const known = {
  'cat-chelsea': 281,
  'german-shepherd': 235,
  panda: 388,
  koala: 105,
  lemur: 383,
  jaguar: 290,
  macaw: 88,
  espresso: 967,
  rocket: 657,
  stupa: 832,
  'polar-bear': 296,
  pig: 341,
  bison: 347,
  'suspension-bridge': 839,
  hens: 8,
  'honey-bee': 309,
};
const oldPhotos: tf.Tensor3D[] = [];
for (const name of Object.keys(known)) {
  const image = await loadImage(await galleryPhoto(name), { targetSize: [224, 224] });
  oldPhotos.push(preprocessInput(imgToArray(image)));
}
const oldX = tf.stack(oldPhotos) as tf.Tensor4D;
const oldY = tf.tensor1d(Object.values(known));
tf.dispose(oldPhotos);

display(oldX);
