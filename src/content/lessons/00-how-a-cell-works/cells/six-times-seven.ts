const rows = 6;
const seats = 7; // es: asientos por fila // en: seats in a row

rows * seats;
