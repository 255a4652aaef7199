import { trainFourWays } from 'deshielo';

await trainFourWays({
  base: (pretrained) =>
    iconNet({
      weights: pretrained ? 'icons' : null,
      includeTop: false,
      inputShape: [64, 64, 3],
    }),
  train: insects.train,
  validation: insects.validation,
  epochs: 20,
  batchSize: 16,
  // es: las capas que ya saben algo se entrenan despacio
  // en: layers that already know something are trained slowly
  learningRate: { scratch: 0.001, head: 0.001, thawed: 0.0001 },
});
