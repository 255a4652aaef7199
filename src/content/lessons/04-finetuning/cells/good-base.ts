import { iconNet } from 'deshielo';

const drawnBase = await iconNet({
  inputShape: [64, 64, 3],
  weights: 'icons',
  includeTop: false,
});

const drawnTrials = await fiveTrials(drawnBase, (drawings) => drawings.clone());
