// es: la sala: «rows» filas de «seats» asientos
// en: the room: “rows” rows of “seats” seats
const total = ____;

total;
