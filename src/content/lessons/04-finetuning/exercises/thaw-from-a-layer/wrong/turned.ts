function thawedFrom(names: string[], from: string): boolean[] {
  const at = names.indexOf(from);
  return names.map((_, place) => place < at);
}

thawedFrom(['stem', 'block2', 'block3', 'block4', 'head'], 'block3');
