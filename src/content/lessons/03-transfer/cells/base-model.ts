import { iconNet } from 'deshielo';

const baseModel = await iconNet({
  inputShape: [64, 64, 3],
  weights: 'icons',
  includeTop: false,
});

baseModel;
