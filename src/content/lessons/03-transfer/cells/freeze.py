for layer in base_model.layers:
    layer.trainable = False  # es: las capas «congeladas» no se entrenan # en: “frozen” layers are not trained
