import numpy as np

img = image.img_to_array(img)
img = np.expand_dims(img, axis=0)
img = preprocess_input(img)
