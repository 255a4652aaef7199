import { watchTasks } from 'deshielo';

// es: photoNet es la base con su cabeza de mil clases; model, la misma base con la nueva
// en: photoNet is the base with its head of a thousand classes; model, with the new one
const forgetful = await tune({
  rate: 0.0003,
  callbacks: watchTasks({ ImageNet: [oldX, oldY, photoNet], insects: [newX, newY] }),
});

display([forgetful]);
