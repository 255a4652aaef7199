// es: las variables sobreviven a «Detener»
// en: variables survive “Stop”
[{ rows, seats, done }];
