from keras.optimizers import Adam

for layer in base_model.layers:
    layer.trainable = True  # es: ya no están congeladas # en: no longer frozen

model.compile(
    optimizer=Adam(1e-4),
    loss='categorical_crossentropy',
    metrics=['accuracy'],
)
model.fit(x, y, epochs=10)
