const smaller = tf.zeros([1, 100, 100, 3]);

try {
  display(model.predict(smaller));
} catch (error) {
  display(error instanceof Error ? error.message : error);
} finally {
  smaller.dispose();
}
