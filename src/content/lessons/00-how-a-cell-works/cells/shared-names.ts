// es: los nombres de la celda anterior siguen aquí
// en: the names of the cell before are still here
const classroom = tf.ones([rows, seats]);

classroom;
