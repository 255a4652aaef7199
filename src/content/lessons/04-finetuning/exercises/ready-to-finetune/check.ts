check.define({
  models: ['model'],
  grade({ models: { model } }) {
    const { compiled, network } = model;
    const frozen = check.model
      .layers(network)
      .filter(({ parameters, trainable }) => parameters > 0 && !trainable)
      .map(({ name }) => name);
    return check.all([
      () => (frozen.length === 0 ? null : check.wrong('still-frozen', { expected: [], found: frozen })),
      () => (compiled === null ? check.wrong('other', { expected: 'compile', found: null }) : null),
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
      () =>
        compiled.loss === 'categoricalCrossentropy'
          ? null
          : check.wrong('other', { expected: 'categoricalCrossentropy', found: compiled.loss }),
    ]);
  },
});
