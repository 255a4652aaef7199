from keras.applications.mobilenet import MobileNet, preprocess_input, decode_predictions

model = MobileNet(weights='imagenet')
