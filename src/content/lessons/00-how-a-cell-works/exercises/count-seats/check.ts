check.define({
  given: () => ({ rows: check.random.whole(11, 60), seats: check.random.whole(61, 160) }),
  values: ['total'],
  seconds: 10,
  grade({ given: { rows, seats }, values: { total } }) {
    const compared = { expected: rows * seats, found: total };
    if (total === rows * seats) return check.correct();
    if (total === rows + seats) return check.wrong('added', compared);
    if (total === 42) return check.wrong('written-number', compared);
    return check.wrong('other', compared);
  },
});
