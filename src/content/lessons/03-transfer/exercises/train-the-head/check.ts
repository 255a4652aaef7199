check.define({
  models: ['head'],
  async grade({ models: { head } }) {
    const centres = [
      [2, 0, 0, 1],
      [0, 2, 0, 1],
      [0, 0, 2, 1],
    ];
    const labels = Array.from({ length: 300 }, () => check.random.whole(0, 2));
    const points = labels.map((label) => centres[label].map((value) => value + check.random.number(-1, 1)));
    const { compiled, network } = head;
    return check.all([
      () =>
        compiled === null ? check.wrong('not-compiled', { expected: 'compile', found: compiled }) : null,
      () =>
        compiled.loss === 'categoricalCrossentropy'
          ? null
          : check.wrong('other-loss', { expected: 'categoricalCrossentropy', found: compiled.loss }),
      async () => {
        const accuracy = await check.model.accuracy(network, tf.tensor2d(points), labels);
        return accuracy >= 0.9 ? null : check.wrong('too-short', { expected: '≥ 0.9', found: accuracy });
      },
    ]);
  },
});
