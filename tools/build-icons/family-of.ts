import { slugify } from '../slugify.ts';

/** Families of authors whose sets derive from each other, by the slug of the author's name. */
const merged: Readonly<Record<string, string>> = {
  google: 'google',
  'google-inc': 'google',
  'material-design-authors': 'google',
  'microsoft-corporation': 'microsoft',
  'creativelabs-ukasz-holeczek': 'coreui',
  // Famicons derive from Ionicons, Lucide and Meteor Icons from Feather, REICON from Solar, Temaki from Maki.
  family: 'ionicons',
  'ben-sperry': 'ionicons',
  'cole-bemis': 'lucide',
  'lucide-contributors': 'lucide',
  zkreations: 'lucide',
  '480-design': 'solar',
  reicon: 'solar',
  mapbox: 'maki',
  'bryan-housel': 'maki',
};

/** Returns the family of an author or vendor: lower-case words joined by hyphens. */
export function familyOf(author: string): string {
  const slug = slugify(author);
  return merged[slug] ?? slug;
}
