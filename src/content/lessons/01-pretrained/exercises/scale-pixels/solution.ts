function scalePixels(pixels: tf.Tensor): tf.Tensor {
  return tf.tidy(() => pixels.div(127.5).sub(1));
}

tf.tidy(() => scalePixels(tf.tensor1d([0, 127.5, 255])).arraySync());
