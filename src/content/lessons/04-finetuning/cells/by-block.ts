const blockTable: Record<string, string | number>[] = [];
// es: «none» no es ninguna capa: no se descongela nada
// en: “none” is no layer: nothing is thawed
for (const from of [
  'none',
  'block7a_expand',
  'block6a_expand',
  'block5a_expand',
  'stem_conv',
]) {
  const { parameters, seconds, accuracy } = await tune({ from, rate: 0.00003 });
  blockTable.push({ from, parameters, seconds, accuracy });
}
display(blockTable);
