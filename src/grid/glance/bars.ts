/** The outline of bars side by side, as an SVG path in a box as wide as there are bars and 1 high. */
export function toBars(counts: readonly number[], { gap = 0.08, least = 0.03 } = {}): string {
  const most = Math.max(...counts, 1);
  return counts
    .flatMap((count, index) => {
      if (count === 0) return [];
      const height = Math.max(count / most, least);
      return `M${index} 1v${toShort(-height)}h${toShort(1 - gap)}v${toShort(height)}z`;
    })
    .join('');
}

function toShort(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
