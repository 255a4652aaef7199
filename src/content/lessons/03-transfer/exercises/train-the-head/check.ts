check.define({
  models: ['head'],
  batches: () => ({
    head: [
      check.random.tensor([8, 4], -1, 2),
      check.tensor(Array.from({ length: 8 }, () => [0, 1, 0]).flat(), [8, 3]),
    ],
  }),
  async grade({ models: { head }, batches }) {
    const centres = [
      [2, 0, 0, 1],
      [0, 2, 0, 1],
      [0, 0, 2, 1],
    ];
    const labels = Array.from({ length: 300 }, () => check.random.whole(0, 2));
    const points = labels.map((label) => centres[label].map((value) => value + check.random.number(-1, 1)));
    const { batch, compiled, network } = head;
    return check.all([
      () =>
        compiled === null || batch === null
          ? check.wrong('not-compiled', { expected: 'compile', found: compiled })
          : null,
      // Compares the value of the loss, because it can be given by name or as a function.
      async () => {
        const loss = await check.model.loss(network, ...batches.head, 'categoricalCrossentropy');
        return check.close(batch.loss, loss, 0.01)
          ? null
          : check.wrong('other-loss', {
              expected: `categoricalCrossentropy: ${loss.toFixed(3)}`,
              found: `${compiled.loss}: ${Number(batch.loss).toFixed(3)}`,
            });
      },
      async () => {
        const accuracy = await check.model.accuracy(network, tf.tensor2d(points), labels);
        return accuracy >= 0.9 ? null : check.wrong('too-short', { expected: '≥ 0.9', found: accuracy });
      },
    ]);
  },
});
