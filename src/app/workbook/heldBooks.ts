const KEY = 'held';

/** Whether nobody has said yet that a workbook of somebody else may run: not before a reload, and in no other tab. */
export function isHeldBook(id: string): boolean {
  return readIds().includes(id);
}

export function holdBook(id: string, isHeld: boolean): void {
  const others = readIds().filter((other) => other !== id);
  localStorage.setItem(KEY, JSON.stringify(isHeld ? [...others, id] : others));
}

function readIds(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
