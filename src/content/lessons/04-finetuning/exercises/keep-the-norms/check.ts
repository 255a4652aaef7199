check.define({
  models: ['net'],
  async grade({
    models: {
      net: { network },
    },
  }) {
    const withWeights = check.model.layers(network).filter(({ parameters }) => parameters > 0);
    const isNorm = ({ kind }) => kind === 'BatchNormalization';
    const norms = withWeights.filter(isNorm).map(({ name }) => name);
    const others = withWeights.filter((layer) => !isNorm(layer)).map(({ name }) => name);
    const kinds = withWeights.map(({ kind }) => kind);
    const asGiven = ['Conv2D', 'BatchNormalization', 'Conv2D', 'BatchNormalization', 'Dense'];
    if (kinds.join() !== asGiven.join()) return check.wrong('other', { expected: asGiven, found: kinds });
    const pictures = tf.randomUniform([8, 16, 16, 3]);
    const labels = tf.oneHot(tf.range(0, 8, 1, 'int32').mod(tf.scalar(2, 'int32')), 2).toFloat();
    const moved = await check.model.movedByTraining(network, pictures, labels);
    const compared = { expected: others, found: moved };
    if (moved.some((name) => norms.includes(name))) return check.wrong('norms-move', compared);
    if (moved.length === 0) return check.wrong('nothing-learns', compared);
    return moved.length === others.length ? check.correct() : check.wrong('other', compared);
  },
});
