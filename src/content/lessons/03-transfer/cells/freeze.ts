for (const layer of baseModel.layers) {
  layer.trainable = false; // es: las capas «congeladas» no se entrenan // en: “frozen” layers are not trained
}

display([
  {
    trainable: baseModel.trainableWeights.length,
    frozen: baseModel.nonTrainableWeights.length,
  },
]);
