import { iconNet } from 'deshielo';

check.define({
  models: ['base'],
  async grade({ models: { base } }) {
    const published = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });
    const withWeights = check.model.layers(base.network).filter(({ parameters }) => parameters > 0);
    const drawings = tf.randomUniform([2, 64, 64, 3]);
    const wanted = tf.randomUniform([2, ...published.outputs[0].shape.slice(1).map(Number)]);
    return check.all([
      async () => {
        const changed = await check.model.changed(base.network, published);
        return changed.length === 0 ? null : check.wrong('other-weights', { expected: [], found: changed });
      },
      async () => {
        const moved = await check.model.movedByTraining(base.network, drawings, wanted);
        if (moved.length === 0) return null;
        const name = moved.length === withWeights.length ? 'still-thawed' : 'only-some';
        return check.wrong(name, { expected: [], found: moved });
      },
    ]);
  },
});
