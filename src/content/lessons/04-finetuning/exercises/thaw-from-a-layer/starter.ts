function thawedFrom(names: string[], from: string): boolean[] {
  let isThawed = false;
  return names.map((name) => {
    if (____) isThawed = true;
    return ____;
  });
}

thawedFrom(['stem', 'block2', 'block3', 'block4', 'head'], 'block3');
