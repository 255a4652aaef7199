import { iconNet } from 'deshielo';

check.define({
  models: ['model'],
  batches: () => ({
    model: [check.random.tensor([4, 64, 64, 3], -1, 1), check.tensor([1, 0, 0, 1, 1, 0, 0, 1], [4, 2])],
  }),
  async grade({ models: { model }, batches }) {
    const { batch, compiled, network } = model;
    const published = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });
    const names = check.model.layers(network).map(({ name }) => name);
    const missing = check.model.layers(published).filter(({ name }) => !names.includes(name));
    const frozen = check.model
      .layers(network)
      .filter(({ parameters, trainable }) => parameters > 0 && !trainable)
      .map(({ name }) => name);
    return check.all([
      () =>
        missing.length === 0
          ? null
          : check.wrong('other', { expected: missing.map(({ name }) => name), found: names }),
      // If the learner has trained before, the base differs a little from the published one.
      async () => {
        const distance = await check.model.stepSize(published, network);
        return distance < 0.05 ? null : check.wrong('other', { expected: 'iconNet', found: distance });
      },
      () => (frozen.length === 0 ? null : check.wrong('still-frozen', { expected: [], found: frozen })),
      () =>
        compiled === null || batch === null
          ? check.wrong('other', { expected: 'compile', found: compiled })
          : null,
      () =>
        compiled.thawedSince.length === 0
          ? null
          : check.wrong('forgot-compile', { expected: [], found: compiled.thawedSince }),
      () =>
        compiled.optimizer === 'Adam'
          ? null
          : check.wrong('other', { expected: 'Adam', found: compiled.optimizer }),
      () =>
        Number(compiled.learningRate) <= 0.0002
          ? null
          : check.wrong('rate-too-high', { expected: 0.0001, found: compiled.learningRate }),
      // The optimizer and its rate are reported by the learner's worker. One step shows whether they are true.
      async () => {
        const step = await check.model.stepSize(network, batch.after);
        return step > 0.00002 && step < 0.0002
          ? null
          : check.wrong('other', { expected: 'Adam, 0.0001', found: step });
      },
      async () => {
        const moved = await check.model.changed(batch.after, network);
        const layers = check.model.layers(network).filter(({ parameters }) => parameters > 0);
        return moved.length === layers.length
          ? null
          : check.wrong('forgot-compile', { expected: layers.length, found: moved.length });
      },
      async () => {
        const [xs, ys] = batches.model;
        const loss = await check.model.loss(network, xs, ys, 'categoricalCrossentropy');
        return check.close(batch.loss, loss, 0.01)
          ? null
          : check.wrong('other', {
              expected: `categoricalCrossentropy: ${loss.toFixed(3)}`,
              found: `${compiled.loss}: ${Number(batch.loss).toFixed(3)}`,
            });
      },
    ]);
  },
});
