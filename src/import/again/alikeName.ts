/** What names have in common that differ in case, blanks and marks only: `Order ID` and `order_id` are one name. */
export function toAlikeName(name: string): string {
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return bare || name;
}
