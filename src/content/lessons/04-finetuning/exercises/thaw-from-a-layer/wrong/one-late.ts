function thawedFrom(names: string[], from: string): boolean[] {
  let isThawed = false;
  return names.map((name) => {
    const flag = isThawed;
    if (name === from) isThawed = true;
    return flag;
  });
}

thawedFrom(['stem', 'block2', 'block3', 'block4', 'head'], 'block3');
