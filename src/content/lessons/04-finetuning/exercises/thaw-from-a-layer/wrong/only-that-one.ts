function thawedFrom(names: string[], from: string): boolean[] {
  return names.map((name) => name === from);
}

thawedFrom(['stem', 'block2', 'block3', 'block4', 'head'], 'block3');
