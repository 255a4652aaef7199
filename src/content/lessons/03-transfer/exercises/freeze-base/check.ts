import { iconNet } from 'deshielo';

check.define({
  models: ['base'],
  async grade({ models: { base } }) {
    const published = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });
    const withWeights = (network) => check.model.layers(network).filter(({ parameters }) => parameters > 0);
    const names = (network) => withWeights(network).map(({ name }) => name);
    const drawings = tf.randomUniform([2, 64, 64, 3]);
    const targets = tf.randomUniform([2, ...published.outputs[0].shape.slice(1).map(Number)]);
    return check.all([
      () =>
        names(base.network).join() === names(published).join()
          ? null
          : check.wrong('other-weights', { expected: names(published), found: names(base.network) }),
      async () => {
        const changed = await check.model.changed(base.network, published);
        return changed.length === 0 ? null : check.wrong('other-weights', { expected: [], found: changed });
      },
      async () => {
        const moved = await check.model.movedByTraining(base.network, drawings, targets);
        if (moved.length === 0) return null;
        const name = moved.length === withWeights(base.network).length ? 'still-thawed' : 'only-some';
        return check.wrong(name, { expected: [], found: moved });
      },
      // A layer without a gradient does not move either, but it must be frozen too.
      () => {
        const unfrozen = withWeights(base.network).filter(({ trainable }) => trainable);
        if (unfrozen.length === 0) return null;
        return check.wrong('only-some', { expected: [], found: unfrozen.map(({ name }) => name) });
      },
    ]);
  },
});
