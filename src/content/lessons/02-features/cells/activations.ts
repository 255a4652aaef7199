const layers = [
  'stem_relu',
  'block2b_expand_relu',
  'block3b_expand_relu',
  'block5c_expand_relu',
  'head_relu',
];
const channels = 16; // slider: 8 to 32, step 8 // es: filtros que se enseñan de cada capa // en: filters shown of each layer

for (const name of layers) {
  const eye = tf.model({
    inputs: model.inputs,
    outputs: model.getLayer(name).output as tf.SymbolicTensor,
  });
  const seen = eye.predict(batch) as tf.Tensor4D;
  const maps = tf.tidy(() =>
    mosaic(
      seen
        .squeeze<tf.Tensor3D>([0])
        .transpose([2, 0, 1])
        .slice([0, 0, 0], [channels, -1, -1])
        .expandDims(3),
      80,
    ),
  );
  display.markdown(`\`${name}\` · ${seen.shape.slice(1).join(' × ')}`);
  display(maps);
  tf.dispose([seen, maps]);
}
