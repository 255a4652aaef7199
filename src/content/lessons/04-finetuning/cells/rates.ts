const rateTable: Record<string, number>[] = [];
for (const rate of [0.00001, 0.0001, 0.001, 0.01]) {
  const { trainLoss, accuracy } = await tune({ rate });
  rateTable.push({ rate, trainLoss, accuracy });
}
display(rateTable);
