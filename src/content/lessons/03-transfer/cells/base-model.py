from keras.applications.mobilenet import MobileNet

base_model = MobileNet(input_shape=(32, 32, 3), weights='imagenet', include_top=False)
