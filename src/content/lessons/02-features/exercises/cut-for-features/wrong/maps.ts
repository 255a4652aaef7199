import { iconNet } from 'deshielo';

const icons = await iconNet({ inputShape: [64, 64, 3], weights: 'icons' });
const features = tf.model({
  inputs: icons.inputs,
  outputs: icons.getLayer('pool5').output,
});
