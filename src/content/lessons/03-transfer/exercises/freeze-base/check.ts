import { iconNet } from 'deshielo';

check.define({
  models: ['base'],
  async grade({ models: { base } }) {
    const published = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });
    const withWeights = (network) => check.model.layers(network).filter(({ parameters }) => parameters > 0);
    const names = (network) => withWeights(network).map(({ name }) => name);
    const drawings = tf.randomUniform([2, 64, 64, 3]);
    const wanted = tf.randomUniform([2, ...published.outputs[0].shape.slice(1).map(Number)]);
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
        const moved = await check.model.movedByTraining(base.network, drawings, wanted);
        if (moved.length === 0) return null;
        const name = moved.length === withWeights(base.network).length ? 'still-thawed' : 'only-some';
        return check.wrong(name, { expected: [], found: moved });
      },
      // What cannot move for want of a gradient is not frozen for that.
      () => {
        const thawed = withWeights(base.network).filter(({ trainable }) => trainable);
        if (thawed.length === 0) return null;
        return check.wrong('only-some', { expected: [], found: thawed.map(({ name }) => name) });
      },
    ]);
  },
});
