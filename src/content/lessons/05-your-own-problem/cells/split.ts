import { imageDataset, preprocessInput } from 'deshielo';

const settings = {
  ...photos,
  targetSize: [128, 128] as [number, number],
  batchSize: 16,
  preprocess: preprocessInput,
  validationSplit: 1 / 3,
  seed: 7,
};
const training = await imageDataset({
  ...settings,
  subset: 'training',
  augment: { flip: 'horizontal', shift: 0.1, rotate: 10, brightness: 0.1 },
});
const heldBack = await imageDataset({ ...settings, subset: 'validation' });

const train = (await training.toTensors()) as { xs: tf.Tensor4D; ys: tf.Tensor2D };
const validation = (await heldBack.toTensors()) as { xs: tf.Tensor4D; ys: tf.Tensor2D };

display([
  { photos: 'train', shape: train.xs.shape.join(' × ') },
  { photos: 'validation', shape: validation.xs.shape.join(' × ') },
]);
