const probabilities = model.predict(batch) as tf.Tensor2D;

// es: el número de la clase más probable, que es lo que daba predict_classes
// en: the number of the most probable class, which is what predict_classes gave
const classIndex = tf.tidy(() => probabilities.argMax(-1).dataSync()[0]);
const total = tf.tidy(() => probabilities.sum<tf.Scalar>().arraySync());

display([{ shape: probabilities.shape.join(' × '), total, classIndex }]);
