import { iconNet } from 'deshielo';

check.define({
  given: () => ({ classes: check.random.whole(11, 60) }),
  models: ['model'],
  async grade({ given: { classes }, models: { model } }) {
    const { network } = model;
    const layers = check.model.layers(network);
    const published = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });
    const ofBase = new Set(check.model.layers(published).map(({ name }) => name));
    const trained = layers.filter(({ parameters, trainable }) => parameters > 0 && trainable);
    const thawed = trained.filter(({ name }) => ofBase.has(name));
    const heads = trained.filter(({ name }) => !ofBase.has(name));
    const [rows, units] = [
      await check.model.predict(network, tf.randomUniform([3, 64, 64, 3])),
      network.outputs[0].shape.at(-1),
    ];
    const sums = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
    const changed = await check.model.changed(network, published);
    const isShared = sums.every((sum) => check.close(sum, 1, 1e-3));
    return check.all([
      () =>
        thawed.length === 0
          ? null
          : check.wrong('thawed-base', { expected: [], found: thawed.map(({ name }) => name) }),
      () => (changed.length === 0 ? null : check.wrong('other', { expected: 'iconNet', found: changed })),
      () => (units === classes ? null : check.wrong('fixed-classes', { expected: classes, found: units })),
      () => (isShared ? null : check.wrong('not-shared-out', { expected: 1, found: sums })),
      () =>
        heads.length > 0 ? null : check.wrong('other', { expected: 'trainable', found: layers.at(-1)?.name }),
    ]);
  },
});
