check.define({
  calls: () => ({
    scalePixels: [
      [check.tensor(check.random.list(12, 0, 255), [2, 2, 3])],
      [check.tensor(check.random.list(6, 0, 255), [1, 2, 1, 3])],
    ],
  }),
  seconds: 15,
  grade({ calls: { scalePixels } }) {
    const isScaled = (scale) =>
      scalePixels.every(
        ({ args: [pixels], value }) =>
          check.isTensor(value) &&
          check.close(value.tensor.shape, pixels.tensor.shape) &&
          check.close(value.tensor.values, pixels.tensor.values.map(scale), 1e-3),
      );
    const toScale = (value) => value / 127.5 - 1;
    // The formula of `preprocessInput`, which differs by less than 0.01.
    const ofTheNetwork = (value) => (value - 127) / 128;
    const [{ args, value, leaked }] = scalePixels;
    const found = check.isTensor(value) ? value.tensor.values.slice(0, 3) : value;
    const compared = { expected: args[0].tensor.values.slice(0, 3).map(toScale), found };
    if (isScaled((pixel) => pixel / 255)) return check.wrong('zero-to-one', compared);
    if (!isScaled(toScale) && !isScaled(ofTheNetwork)) return check.wrong('other', compared);
    if (leaked > 0) return check.wrong('leaks', { expected: 0, found: leaked });
    return check.correct();
  },
});
