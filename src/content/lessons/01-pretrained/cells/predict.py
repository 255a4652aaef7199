probabilities = model.predict(img)
class_index = np.argmax(probabilities, axis=-1)  # es: antes, predict_classes # en: once, predict_classes
