check.define({
  given: () => ({ rows: check.random.whole(4, 9), seats: check.random.whole(11, 19) }),
  values: ['total'],
  grade({ given: { rows, seats }, values: { total } }) {
    const compared = { expected: rows * seats, found: total };
    if (total === rows * seats) return check.correct();
    if (total === rows + seats) return check.wrong('added', compared);
    if (total === 42) return check.wrong('written-number', compared);
    return check.wrong('other', compared);
  },
});
