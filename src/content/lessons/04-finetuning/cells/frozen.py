from keras.applications.mobilenet import MobileNet
from keras.layers import Dense, GlobalAveragePooling2D
from keras.models import Model

base_model = MobileNet(input_shape=(32, 32, 3), weights='imagenet', include_top=False)
for layer in base_model.layers:
    layer.trainable = False  # es: las capas «congeladas» no se entrenan # en: “frozen” layers are not trained

output = GlobalAveragePooling2D()(base_model.output)
output = Dense(128, activation='relu')(output)
output = Dense(classes, activation='softmax')(output)
model = Model(inputs=base_model.input, outputs=output)

model.compile(optimizer='Adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=20)
