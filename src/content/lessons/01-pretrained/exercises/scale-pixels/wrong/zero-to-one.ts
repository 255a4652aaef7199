function scalePixels(pixels: tf.Tensor): tf.Tensor {
  return pixels.div(255);
}
