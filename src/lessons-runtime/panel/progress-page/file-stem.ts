/** A file's name with its day, and with whose it is: `deshielo-entrega-ana-núñez-2026-11-24`. */
export function fileStem(name: string, at: number, learner = ''): string {
  const whose = learner
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  const day = new Date(at).toISOString().slice(0, 10);
  return [name, whose.replace(/^-+|-+$/g, ''), day].filter((each) => each !== '').join('-');
}
