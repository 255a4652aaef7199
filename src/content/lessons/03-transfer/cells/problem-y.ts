const insects = await iconDataset(['butterfly', 'bee'], { numExamples: 10 });

const answers = tf.tidy(() =>
  (petNet.predict(insects.validation.xs) as tf.Tensor2D).argMax(1).dataSync(),
);

insects.classNames.map((name, place) => {
  const given = [...answers].filter(
    (_, picture) => insects.validation.labels[picture] === place,
  );
  const asFirst = given.filter((answer) => answer === 0).length;
  return {
    picture: name,
    [pets.classNames[0]]: asFirst,
    [pets.classNames[1]]: given.length - asFirst,
  };
});
