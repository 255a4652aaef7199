check.define({
  calls: () => ({
    trainingDays: [1, 2, 3].map(() => [
      check.random.number(5, 80),
      check.random.whole(100_000, 2_000_000),
      check.random.whole(10, 100),
    ]),
  }),
  seconds: 15,
  grade({ calls: { trainingDays } }) {
    const days = ([milliseconds, photos, epochs]) => (milliseconds * 3 * photos * epochs) / 86_400_000;
    const isAlways = (factor) =>
      trainingDays.every(({ args, value }) => check.close(value, days(args) * factor, 1e-5));
    if (isAlways(1)) return check.correct();
    const [{ args, value }] = trainingDays;
    const compared = { expected: days(args), found: value };
    if (isAlways(1 / 3)) return check.wrong('one-pass', compared);
    if (isAlways(24)) return check.wrong('hours', compared);
    return check.wrong('other', compared);
  },
});
