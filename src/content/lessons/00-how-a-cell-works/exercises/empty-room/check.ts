check.define({
  given: () => ({ rows: check.random.whole(11, 60), seats: check.random.whole(61, 160) }),
  values: ['emptyRoom'],
  seconds: 10,
  grade({ given: { rows, seats }, values: { emptyRoom } }) {
    if (!check.isTensor(emptyRoom)) return check.wrong('other', { expected: 'tf.Tensor', found: emptyRoom });
    const { shape, values } = emptyRoom.tensor;
    const shapes = { expected: [rows, seats], found: shape };
    if (check.close(shape, [seats, rows])) return check.wrong('turned', shapes);
    if (!check.close(shape, [rows, seats])) return check.wrong('other', shapes);
    if (values.every((value) => value === 0)) return check.correct();
    const numbers = { expected: 0, found: values[0] };
    return check.wrong(values.every((value) => value === 1) ? 'ones' : 'other', numbers);
  },
});
