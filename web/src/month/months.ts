// Months as the record names them: "2024-03".

const months_listed_max = 120;

/** From the last back to the first, at most ten years of them. */
export function monthsBetween(first: string | null, last: string | null): string[] {
  if (!first || !last) return [];
  const list: string[] = [];
  let [year = 0, month = 1] = last.split('-').map(Number);
  while (list.length < months_listed_max) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name < first) break;
    list.push(name);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return list;
}
