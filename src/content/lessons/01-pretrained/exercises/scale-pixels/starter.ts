function scalePixels(pixels: tf.Tensor): tf.Tensor {
  return ____;
}

tf.tidy(() => scalePixels(tf.tensor1d([0, 127.5, 255])).arraySync());
