import { showEmbeddings } from 'deshielo';

// es: también tu foto, después de las de la galería
// en: your photo as well, after those of the gallery
const yours = embed(image);
const points = tf.concat2d([embeddings, yours], 0);
const groupOfEach = Object.entries(groups).flatMap(([group, members]) =>
  members.map(() => group),
);

// es: las dos direcciones en que más se diferencian (análisis de componentes principales)
// en: the two directions in which they differ most (principal component analysis)
await showEmbeddings(points, {
  pictures: [...pictures, image],
  names: [...names, photo.name],
  groups: [...groupOfEach, 'mine'],
  own: [names.length],
});
tf.dispose([yours, points]);
