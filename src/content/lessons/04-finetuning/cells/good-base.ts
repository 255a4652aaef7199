import { iconNet } from 'deshielo';

const drawnBase = await iconNet({
  inputShape: [64, 64, 3],
  weights: 'icons',
  includeTop: false,
});

await fiveTrials(drawnBase, (drawings) => drawings.clone());
