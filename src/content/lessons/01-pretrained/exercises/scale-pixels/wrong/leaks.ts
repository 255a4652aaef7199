function scalePixels(pixels: tf.Tensor): tf.Tensor {
  const shrunk = pixels.div(127.5);
  return shrunk.sub(1);
}
