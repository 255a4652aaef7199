import * as tfvis from '@tensorflow/tfjs-vis';

// es: las dos direcciones en que más se diferencian (análisis de componentes principales)
// en: the two directions in which they differ most (principal component analysis)
const plane = tf.tidy(() => {
  const centred = embeddings.sub<tf.Tensor2D>(embeddings.mean(0));
  let likeness = centred.matMul<tf.Tensor2D>(centred, false, true);
  const axes: tf.Tensor2D[] = [];
  for (let axis = 0; axis < 2; axis += 1) {
    let direction = tf
      .linspace(-1, 1, names.length)
      .reshape<tf.Tensor2D>([names.length, 1]);
    for (let step = 0; step < 100; step += 1) {
      direction = likeness.matMul(direction);
      direction = direction.div(direction.norm());
    }
    const strength = likeness.matMul<tf.Tensor2D>(direction).norm();
    axes.push(direction.mul(strength.sqrt()));
    likeness = likeness.sub(direction.matMul(direction, false, true).mul(strength));
  }
  return tf.concat2d(axes, 1).arraySync();
});

const values = Object.values(groups).map((members) =>
  members.map((name) => ({
    x: plane[names.indexOf(name)][0],
    y: plane[names.indexOf(name)][1],
  })),
);
await tfvis.render.scatterplot(
  { name: 'embeddings' },
  { values, series: Object.keys(groups) },
  { zoomToFit: true },
);
