import { loadSavedModel, saveModel } from 'deshielo';

await saveModel(model, 'my-model');
const reopened = await loadSavedModel('my-model');

const difference = tf.tidy(() => {
  const [before, after] = [model, reopened].map(
    (net) => net.predict(validation.xs) as tf.Tensor2D,
  );
  return before.sub(after).abs().max<tf.Scalar>().arraySync();
});
display([{ parameters: reopened.countParams(), difference }]);
