# es: entrenar con los nuevos datos
# en: train with the new data
model.compile(optimizer='Adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=20)
