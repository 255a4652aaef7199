from keras.layers import Dense, GlobalAveragePooling2D
from keras.models import Model

output = GlobalAveragePooling2D()(base_model.output)
# es: usar la salida del modelo como entrada a una capa Dense de 128
# en: use the output of the model as the input of a Dense layer of 128
output = Dense(128, activation='relu')(output)
# es: nueva capa de salida
# en: new output layer
output = Dense(classes, activation='softmax')(output)
model = Model(inputs=base_model.input, outputs=output)
