check.define({
  calls: () => ({
    setAside: [check.random.whole(9, 14), check.random.whole(20, 31)].map((length) => [
      Array.from({ length }, (_, place) => `photo${check.random.whole(100, 999)}-${place}`),
    ]),
  }),
  seconds: 15,
  grade({ calls: { setAside } }) {
    for (const {
      args: [photos],
      value,
    } of setAside) {
      const { train, validation } = value ?? {};
      if (!Array.isArray(train) || !Array.isArray(validation))
        return check.wrong('other', { expected: 'train, validation', found: value });
      const twice = train.filter((photo) => validation.includes(photo));
      if (twice.length > 0) return check.wrong('leaks', { expected: [], found: twice });
      const held = Math.floor(photos.length / 3);
      if (validation.length !== held)
        return check.wrong('other-share', { expected: held, found: validation.length });
      const missing = photos.filter((photo) => !train.includes(photo) && !validation.includes(photo));
      if (missing.length > 0) return check.wrong('lost', { expected: [], found: missing });
      const strange = [...train, ...validation].filter((photo) => !photos.includes(photo));
      if (strange.length > 0) return check.wrong('other', { expected: [], found: strange });
      const kept = train.length + validation.length;
      if (kept !== photos.length) return check.wrong('other', { expected: photos.length, found: kept });
    }
    return check.correct();
  },
});
