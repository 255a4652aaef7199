check.define({
  calls: () => ({
    thawedFrom: [5, 8].map((length) => {
      const names = Array.from({ length }, (_, place) => `layer${check.random.whole(10, 99)}_${place}`);
      return [names, names[check.random.whole(1, length - 2)]];
    }),
  }),
  seconds: 15,
  grade({ calls: { thawedFrom } }) {
    const isAlways = (flag) =>
      thawedFrom.every(({ args: [names, from], value }) => {
        const at = names.indexOf(from);
        return (
          Array.isArray(value) &&
          value.length === names.length &&
          value.every((each, place) => each === flag(place, at))
        );
      });
    if (isAlways((place, at) => place >= at)) return check.correct();
    const [
      {
        args: [names, from],
        value,
      },
    ] = thawedFrom;
    const compared = { expected: names.map((_, place) => place >= names.indexOf(from)), found: value };
    if (isAlways((place, at) => place === at)) return check.wrong('only-that-one', compared);
    if (isAlways((place, at) => place < at)) return check.wrong('turned', compared);
    if (isAlways((place, at) => place > at)) return check.wrong('one-late', compared);
    return check.wrong('other', compared);
  },
});
