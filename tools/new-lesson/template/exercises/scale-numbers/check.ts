check.define({
  given: () => ({ pixels: check.random.list(4, 1, 254) }),
  values: ['scaled'],
  grade({ given: { pixels }, values: { scaled } }) {
    const expected = pixels.map((pixel) => pixel / 255);
    const compared = { expected, found: scaled };
    if (check.close(scaled, expected)) return check.correct();
    if (check.close(scaled, pixels)) return check.wrong('not-scaled', compared);
    if (
      check.close(
        scaled,
        pixels.map((pixel) => pixel / 127.5 - 1),
      )
    ) {
      return check.wrong('from-minus-one', compared);
    }
    return check.wrong('other', compared);
  },
});
