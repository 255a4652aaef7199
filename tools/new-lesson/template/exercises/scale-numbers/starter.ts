// es: cada número de «pixels», de 0 a 255, pasa a estar entre 0 y 1
// en: each number of “pixels”, from 0 to 255, becomes a number between 0 and 1
const scaled = pixels.map((pixel) => ____);

scaled;
