import { efficientNetLite0 } from 'deshielo';

const model = await efficientNetLite0({
  weights: 'imagenet',
  inputShape: [224, 224, 3],
});
const firstLayer = model.getLayer('stem_conv');
const [kernels, biases] = firstLayer.getWeights();

display([
  { weights: kernels.name, shape: kernels.shape.join(' × '), numbers: kernels.size },
  { weights: biases.name, shape: biases.shape.join(' × '), numbers: biases.size },
]);
