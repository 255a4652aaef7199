/** Sets of one hand or vendor that their author's name does not show, by what their `author` says. */
const merged: Readonly<Record<string, string>> = {
  google: 'google',
  'google-inc': 'google',
  'material-design-authors': 'google',
  'microsoft-corporation': 'microsoft',
  'creativelabs-ukasz-holeczek': 'coreui',
  // Ionicons are drawn on in famicons, Feather in Lucide, Solar in REICON, Maki in Temaki.
  family: 'ionicons',
  'ben-sperry': 'ionicons',
  'cole-bemis': 'lucide',
  'lucide-contributors': 'lucide',
  '480-design': 'solar',
  reicon: 'solar',
  mapbox: 'maki',
  'bryan-housel': 'maki',
};

/** The family of an author or vendor: lower-case words joined by hyphens. */
export function familyOf(author: string): string {
  const slug = author
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return merged[slug] ?? slug;
}
