const total = 42;

total;
