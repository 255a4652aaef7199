import { galleryPhoto } from 'deshielo';

const groups = {
  animal: [
    'cat-chelsea',
    'german-shepherd',
    'cocker-spaniels',
    'panda',
    'polar-bear',
    'jaguar',
    'bison',
    'giraffes',
  ],
  bird: ['hens', 'macaw'],
  reptile: ['crocodile', 'komodo-dragon'],
  building: [
    'chambord',
    'pont-du-gard',
    'stupa',
    'gateway-of-india',
    'pagoda',
    'suspension-bridge',
  ],
  music: ['drums', 'drum-kit-and-guitar'],
  plant: ['citrus', 'fig', 'dahlia'],
};

// es: todo el modelo menos sus dos últimas capas: la foto entra, salen 1280 números
// en: the whole model but for its last two layers: a photo goes in, 1280 numbers come out
const backbone = tf.model({
  inputs: model.inputs,
  outputs: model.getLayer('avg_pool').output as tf.SymbolicTensor,
});

function embed(picture: ImageData): tf.Tensor2D {
  return tf.tidy(
    () =>
      backbone.predict(
        preprocessInput(imgToArray(picture).expandDims<tf.Tensor4D>(0)),
      ) as tf.Tensor2D,
  );
}

const names: string[] = [];
const pictures: ImageData[] = [];
const each: tf.Tensor2D[] = [];
for (const id of Object.values(groups).flat()) {
  const member = await galleryPhoto(id);
  const picture = await loadImage(member, { targetSize: [224, 224] });
  names.push(member.name);
  pictures.push(picture);
  each.push(embed(picture));
}
const embeddings = tf.concat2d(each, 0);
tf.dispose(each);

embeddings;
