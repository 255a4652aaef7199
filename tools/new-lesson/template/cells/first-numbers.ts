// es: lo que se declara aquí sirve en las demás celdas de la lección
// en: other cells of the lesson can use what is declared here
const pixels = [12, 200, 64, 88];

// es: la última línea se muestra
// en: the value of the last line is shown
pixels;
