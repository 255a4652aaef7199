const classes = insects.classNames.length;

// es: la salida de la base, un número por filtro, entra en una capa Dense de 128
// en: the output of the base, one number a filter, goes into a Dense layer of 128
const pooled = tf.layers
  .globalAveragePooling2d({})
  .apply(baseModel.output) as tf.SymbolicTensor;
const hidden = tf.layers
  .dense({ units: 128, activation: 'relu' })
  .apply(pooled) as tf.SymbolicTensor;
// es: la nueva capa de salida
// en: the new output layer
const output = tf.layers
  .dense({ units: classes, activation: 'softmax' })
  .apply(hidden) as tf.SymbolicTensor;
const model = tf.model({ inputs: baseModel.inputs, outputs: output });

model;
