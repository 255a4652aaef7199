import { iconNet } from 'deshielo';

const base = await iconNet({
  inputShape: [64, 64, 3],
  weights: null,
  includeTop: false,
});
base.trainable = false;
