import { efficientNetLite0, preprocessInput } from 'deshielo';

const photoNet = await efficientNetLite0({ inputShape: [96, 96, 3], weights: 'imagenet', includeTop: false });

// es: el mismo dibujo, a la escala y al tamaño que espera una red de fotos
// en: the same drawing, at the scale and the size that a network of photos expects
const asPhotos = (xs: tf.Tensor4D): tf.Tensor4D =>
  tf.tidy(() => preprocessInput(tf.image.resizeBilinear(xs, [96, 96]).mul(255)));

const photoTrain = asPhotos(insects.train.xs);
const photoValidation = asPhotos(insects.validation.xs);
const photoFeatures = await extractFeatures(photoNet, photoTrain);
const photoUnseen = await extractFeatures(photoNet, photoValidation);
const photoHead = tf.sequential({
  layers: [
    tf.layers.globalAveragePooling2d({ inputShape: photoFeatures.shape.slice(1) }),
    tf.layers.dense({ units: 128, activation: 'relu' }),
    tf.layers.dense({ units: 2, activation: 'softmax' }),
  ],
});
photoHead.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
const { history: photoLogs } = await photoHead.fit(photoFeatures, insects.train.ys, {
  epochs: 20,
  batchSize: 16,
  validationData: [photoUnseen, insects.validation.ys],
});

display([
  { base: 'iconNet', weights: baseModel.countParams(), accuracy: frozenAccuracy },
  { base: 'EfficientNet-Lite0', weights: photoNet.countParams(), accuracy: photoLogs.val_acc.at(-1) },
]);
