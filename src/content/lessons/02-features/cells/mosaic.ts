// es: lleva cada imagen a la escala de 0 a 1, la amplía y las pone juntas, ocho por fila
// en: scales each picture to 0 to 1, enlarges it and lays them together, eight in a row
function mosaic(pictures: tf.Tensor4D, side: number): tf.Tensor3D {
  return tf.tidy(() => {
    const low = pictures.min([1, 2, 3], true);
    const range = pictures.max([1, 2, 3], true).sub(low).maximum(1e-6);
    const scaled: tf.Tensor4D = pictures.sub(low).div(range);
    const large = tf.image.resizeNearestNeighbor(scaled, [side, side]);
    const [count, , , colours] = pictures.shape;
    const framed = large.pad(
      [
        [0, 0],
        [2, 2],
        [2, 2],
        [0, 0],
      ],
      1,
    );
    const rows = framed
      .reshape([count / 8, 8, side + 4, side + 4, colours])
      .transpose([0, 2, 1, 3, 4]);
    return rows.reshape([(count / 8) * (side + 4), 8 * (side + 4), colours]);
  });
}

const filters = tf.tidy(() => mosaic(kernels.transpose([3, 0, 1, 2]), 48));
filters;
