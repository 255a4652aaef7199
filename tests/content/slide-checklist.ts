import type { Language } from '../../src/lessons-runtime/shared/language.ts';

/** A line of the slides, with the text that the lesson must have for it in each language. */
interface SlideLine extends Readonly<Record<Language, string>> {
  readonly line: string;
}

/** A line of code of the slides, with the cell that does the same and the code that it must have. */
interface SlideCode {
  readonly line: string;
  readonly cell: string;
  readonly python: string;
  readonly typescript: string;
}

/** The lines of the slides that each lesson covers, by the lesson's folder, in the order of the slides. */
export const slideLines: Readonly<Record<string, readonly SlideLine[]>> = {
  '01-pretrained': [
    {
      line: 'Modelos pre-entrenados, Transferencia de Aprendizaje y Finetuning',
      es: '**modelos preentrenados**, **transferencia de aprendizaje** y **finetuning**',
      en: '**pretrained models**, **transfer learning** and **fine-tuning**',
    },
    { line: 'Modelos Preentrenados', es: 'title: Modelos preentrenados', en: 'title: Pretrained models' },
    {
      line: 'Entrenar un modelo requiere',
      es: '## ¿Qué requiere entrenar un modelo?',
      en: '## What does training a model require?',
    },
    { line: 'Tiempo/uso de cpu', es: '### Tiempo y uso de CPU', en: '### Time and CPU use' },
    {
      line: 'Optimización de hiperparámetros',
      es: '### Optimización de hiperparámetros',
      en: '### Hyperparameter optimisation',
    },
    { line: 'Preparación de datos', es: '### Preparación de datos', en: '### Data preparation' },
    {
      line: 'Usar un modelo preentrenado',
      es: 'Usar un modelo preentrenado da una cosa y quita dos',
      en: 'Using a pretrained model gives one thing and takes two',
    },
    { line: '+ Fácil y rápido', es: '**+ Fácil y rápido.**', en: '**+ Easy and fast.**' },
    { line: '- Arquitectura fija', es: '**− Arquitectura fija.**', en: '**− Fixed architecture.**' },
    { line: '- Dominio fijo', es: '**− Dominio fijo.**', en: '**− Fixed domain.**' },
  ],
  '03-transfer': [
    {
      line: 'Transferencia de Aprendizaje',
      es: 'title: Transferencia de aprendizaje',
      en: 'title: Transfer learning',
    },
    { line: 'Motivación', es: '**Motivación.**', en: '**Motivation.**' },
    { line: 'Tengo un modelo', es: 'Tengo un modelo', en: 'I have a model' },
    {
      line: 'para problema X',
      es: '## Tengo un modelo para el problema X',
      en: '## I have a model for problem X',
    },
    { line: 'Quiero resolver', es: 'Quiero resolver', en: 'I want to solve' },
    { line: 'problema Y', es: '## Quiero resolver el problema Y', en: '## I want to solve problem Y' },
    { line: 'Modelo de Gatos y Perros', es: 'El modelo de gatos y perros', en: 'The cat and dog model' },
    {
      line: 'No sirve para Mariposas vs Abejas',
      es: '**No sirve para mariposas y abejas.**',
      en: '**It is no use for butterflies and bees.**',
    },
    { line: '¿Empiezo desde 0? No', es: '## ¿Empiezo desde cero? No', en: '## Do I start from zero? No' },
    {
      line: 'Reusar Filtros Convolucionales',
      es: '**Reusar los filtros convolucionales.**',
      en: '**Reuse the convolutional filters.**',
    },
    {
      line: 'Relativamente independientes del dominio',
      es: 'relativamente independientes del dominio',
      en: 'relatively independent of the domain',
    },
    {
      line: 'Reemplazar última capa Dense o GlobalAveragePooling',
      es: '**Reemplazar la última capa**, la Dense, y lo que venga detrás de la base, como GlobalAveragePooling.',
      en: '**Replace the last layer**, the Dense one, and what comes behind the base, such as GlobalAveragePooling.',
    },
    { line: 'Reentrenar red', es: '**Reentrenar la red**', en: '**Retrain the network**' },
    { line: 'gato perro', es: '*gato, perro*', en: '*cat, dog*' },
    { line: 'Mariposa Abeja', es: '*mariposa, abeja*', en: '*butterfly, bee*' },
    { line: 'Congelar', es: '### Congelar', en: '### Freezing' },
    {
      line: 'No entrenar los pesos',
      es: 'Congelar es no entrenar los pesos.',
      en: 'Freezing is not training the weights.',
    },
  ],
  '04-finetuning': [
    { line: 'Finetuning', es: 'title: Finetuning', en: 'title: Fine-tuning' },
    {
      line: 'Reentrenar todo el modelo',
      es: '**reentrenar todo el modelo**',
      en: '**retraining the whole model**',
    },
    {
      line: 'Más tiempo de entrenamiento',
      es: '- **Más tiempo de entrenamiento.**',
      en: '- **More training time.**',
    },
    {
      line: 'Resultados ligeramente mejores (1% a 5%)',
      es: '- **Resultados ligeramente mejores (1% a 5%).**',
      en: '- **Slightly better results (1% to 5%).**',
    },
    {
      line: 'Código: Igual que el anterior',
      es: '**Código: igual que el anterior,',
      en: '**Code: the same as the one before,',
    },
    {
      line: 'Pero sin congelar pesos',
      es: 'pero sin congelar pesos.**',
      en: 'but without freezing weights.**',
    },
  ],
};

/** The lines of code of the slides that each lesson runs, by the lesson's folder. */
export const slideCode: Readonly<Record<string, readonly SlideCode[]>> = {
  '01-pretrained': [
    {
      line: 'from keras.applications.mobilenet import MobileNet, preprocess_input',
      cell: 'load-model',
      python: 'from keras.applications.mobilenet import MobileNet, preprocess_input',
      typescript: "import { efficientNetLite0 } from 'deshielo'",
    },
    {
      line: "model = MobileNet(weights='imagenet')",
      cell: 'load-model',
      python: "model = MobileNet(weights='imagenet')",
      typescript: "efficientNetLite0({ weights: 'imagenet', inputShape: [224, 224, 3] })",
    },
    {
      line: 'from keras.preprocessing import image',
      cell: 'choose-photo',
      python: 'from keras.preprocessing import image',
      typescript: "import { chosenPhoto, loadImage } from 'deshielo'",
    },
    {
      line: 'img = image.load_img(image_path, target_size=(224, 224))',
      cell: 'choose-photo',
      python: 'img = image.load_img(image_path, target_size=(224, 224))',
      typescript: 'loadImage(photo, { targetSize: [224, 224] })',
    },
    {
      line: 'img = image.img_to_array(img)',
      cell: 'preprocess',
      python: 'img = image.img_to_array(img)',
      typescript: 'imgToArray(image)',
    },
    {
      line: 'img = np.expand_dims(img, axis=0)',
      cell: 'preprocess',
      python: 'img = np.expand_dims(img, axis=0)',
      typescript: 'tf.expandDims<tf.Tensor4D>(pixels, 0)',
    },
    {
      line: 'img = preprocess_input(img)',
      cell: 'preprocess',
      python: 'img = preprocess_input(img)',
      typescript: 'preprocessInput(onePhoto)',
    },
    {
      line: 'class=model.predict_classes(img)',
      cell: 'predict',
      python: 'class_index = np.argmax(probabilities, axis=-1)',
      typescript: 'probabilities.argMax(-1)',
    },
  ],
  '03-transfer': [
    {
      line: "base_model=MobileNet(input_shape=(32,32,3),weights='imagenet',include_top=False)",
      cell: 'base-model',
      python: "base_model = MobileNet(input_shape=(32, 32, 3), weights='imagenet', include_top=False)",
      typescript:
        "const baseModel = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });",
    },
    {
      line: 'for layer in base_model.layers:',
      cell: 'freeze',
      python: 'for layer in base_model.layers:',
      typescript: 'for (const layer of baseModel.layers) {',
    },
    {
      line: 'layer.trainable=False # capas "congeladas" no se entranan',
      cell: 'freeze',
      python: 'layer.trainable = False  # es: las capas «congeladas» no se entrenan',
      typescript: 'layer.trainable = false; // es: las capas «congeladas» no se entrenan',
    },
    {
      line: '# Utilizar salida del modelo como entrada a capa Dense de 128',
      cell: 'new-head',
      python: '# es: usar la salida del modelo como entrada a una capa Dense de 128',
      typescript: 'entra en una capa Dense de 128',
    },
    {
      line: "output = Dense(128,activation='relu')(base_model.output)",
      cell: 'new-head',
      python: "output = Dense(128, activation='relu')(output)",
      typescript: "tf.layers.dense({ units: 128, activation: 'relu' }).apply(pooled)",
    },
    {
      line: '# Nueva capa de salida',
      cell: 'new-head',
      python: '# es: nueva capa de salida',
      typescript: '// es: la nueva capa de salida',
    },
    {
      line: "output = Dense(classes,activation='softmax')(output)",
      cell: 'new-head',
      python: "output = Dense(classes, activation='softmax')(output)",
      typescript: "tf.layers.dense({ units: classes, activation: 'softmax' }).apply(hidden)",
    },
    {
      line: 'model=Model(inputs=base_model.input,outputs=output)',
      cell: 'new-head',
      python: 'model = Model(inputs=base_model.input, outputs=output)',
      typescript: 'tf.model({ inputs: baseModel.inputs, outputs: output })',
    },
    {
      line: '#Entrenar con nuevos datos',
      cell: 'train-head',
      python: '# es: entrenar con los nuevos datos',
      typescript: 'insects.train.xs',
    },
    {
      line: "model.compile(optimizer='Adam',loss='categorical_crossentropy', metrics=['accuracy'])",
      cell: 'train-head',
      python: "model.compile(optimizer='Adam', loss='categorical_crossentropy', metrics=['accuracy'])",
      typescript:
        "model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });",
    },
    {
      line: 'model.fit(x,y,epochs=20)',
      cell: 'train-head',
      python: 'model.fit(x, y, epochs=20)',
      typescript: 'epochs: 20',
    },
  ],
};
