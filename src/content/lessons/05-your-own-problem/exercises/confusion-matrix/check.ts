check.define({
  calls: () => ({
    confusion: [2, 4].map((classes) => {
      const draw = () => Array.from({ length: 60 }, () => check.random.whole(0, classes - 1));
      return [draw(), draw(), classes];
    }),
  }),
  seconds: 15,
  grade({ calls: { confusion } }) {
    const count =
      (keep) =>
      ([truths, answers, classes]) =>
        Array.from({ length: classes }, (_, row) =>
          Array.from(
            { length: classes },
            (_, column) =>
              truths.filter((truth, example) => keep(row, column, truth, answers[example])).length,
          ),
        );
    const right = count((row, column, truth, answer) => truth === row && answer === column);
    const isAlways = (matrix) =>
      confusion.every(({ args, value }) => JSON.stringify(value) === JSON.stringify(matrix(args)));
    if (isAlways(right)) return check.correct();
    const [{ args, value }] = confusion;
    const compared = { expected: right(args), found: value };
    if (isAlways(count((row, column, truth, answer) => answer === row && truth === column)))
      return check.wrong('turned', compared);
    if (isAlways(count((row, column, truth, answer) => row === column && truth === row && answer === row)))
      return check.wrong('only-hits', compared);
    return check.wrong('other', compared);
  },
});
