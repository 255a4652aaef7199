const runs = 10;
const blank = tf.zeros([1, 224, 224, 3]);

async function predictOnce(): Promise<void> {
  const answer = model.predict(blank) as tf.Tensor;
  await answer.data(); // es: espera a que el cálculo acabe de verdad // en: waits until the computing is really over
  answer.dispose();
}

await predictOnce(); // es: la primera prepara el terreno: no cuenta // en: the first one only warms up: it does not count
const start = performance.now();
for (let run = 0; run < runs; run += 1) {
  await predictOnce();
}
const milliseconds = (performance.now() - start) / runs;
blank.dispose();

const photos = 1_281_167; // es: fotos de entrenamiento de ImageNet // en: ImageNet's training photos
const epochs = 90; // es: veces que se ve cada foto // en: how often each photo is seen
const passes = 3; // es: adelante (1) y atrás (unas 2) // en: forward (1) and backward (about 2)

const days = (milliseconds * passes * photos * epochs) / (1000 * 60 * 60 * 24);
display([{ milliseconds, days, years: days / 365 }]);
