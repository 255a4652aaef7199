import { iconNet } from 'deshielo';

const base = await iconNet({
  inputShape: [64, 64, 3],
  weights: 'icons',
  includeTop: false,
});
for (const layer of base.layers) {
  layer.frozen = true;
}
