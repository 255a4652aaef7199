check.define({
  calls: () => ({
    recall: [2, 3].map((classes) => [
      Array.from({ length: classes }, () => Array.from({ length: classes }, () => check.random.whole(1, 20))),
    ]),
  }),
  seconds: 15,
  grade({ calls: { recall } }) {
    const sum = (list) => list.reduce((total, count) => total + count, 0);
    const shares = (whole) => (matrix) => matrix.map((row, place) => row[place] / whole(matrix, place));
    const right = shares((matrix, place) => sum(matrix[place]));
    const isAlways = (answer) =>
      recall.every(({ args: [matrix], value }) => check.close(value, answer(matrix), 1e-5));
    if (isAlways(right)) return check.correct();
    const [
      {
        args: [matrix],
        value,
      },
    ] = recall;
    const compared = { expected: right(matrix), found: value };
    if (isAlways(shares((all, place) => sum(all.map((row) => row[place])))))
      return check.wrong('by-column', compared);
    if (isAlways(shares((all) => sum(all.map(sum))))) return check.wrong('overall', compared);
    return check.wrong('other', compared);
  },
});
