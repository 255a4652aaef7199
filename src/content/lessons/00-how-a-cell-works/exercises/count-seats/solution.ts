const total = rows * seats;

total;
