from keras.preprocessing import image

image_path = 'photo.jpg'  # es: la ruta de tu foto # en: the path of your photo
img = image.load_img(image_path, target_size=(224, 224))
