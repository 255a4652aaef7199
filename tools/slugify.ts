/** Converts text to lower-case ASCII words joined by hyphens: `Tu propio problema, ¿sí?` → `tu-propio-problema-si`. */
export function slugify(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
