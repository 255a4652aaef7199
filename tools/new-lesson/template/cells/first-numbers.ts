// es: lo que se declara aquí sirve en las demás celdas de la lección
// en: what is declared here serves in the other cells of the lesson
const pixels = [12, 200, 64, 88];

// es: la última línea se muestra
// en: the last line is shown
pixels;
